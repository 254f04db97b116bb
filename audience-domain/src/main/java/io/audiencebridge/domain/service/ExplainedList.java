// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.service.FactChain.Answer;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Why a person is, or is not, in a list of recipients. */
final class ExplainedList {
    private final Infrastructure infrastructure;
    private final InList inList;
    private final FactChain chain;

    ExplainedList(Infrastructure infrastructure, InList inList, FactChain chain) {
        this.infrastructure = infrastructure;
        this.inList = inList;
        this.chain = chain;
    }

    Either<BridgeError, Answer> answer(AudienceRef list, PersonFacts person) {
        if (person.recipients().isEmpty()) {
            return Either.right(
                    person.isLookedUp()
                            ? new Answer(Verdict.OUT, "No recipient has this key, and a list holds recipients only")
                            : new Answer(
                                    Verdict.UNDECIDED,
                                    "The recipient could not be looked up by this key; name the recipient"));
        }
        return inList.has(list, person)
                .peek(in -> chain.add(
                        list.connection().value(),
                        in ? "The recipient is in the list now" : "The recipient is not in the list now"))
                .flatMap(in -> bound(list).flatMap(binding -> because(in, binding, person)));
    }

    /** The newest import or receiving that filled the list. */
    private Either<BridgeError, Option<RunRecord>> bound(AudienceRef list) {
        return infrastructure
                .journal()
                .all()
                .map(records -> records.filter(record -> !ShareFacts.isShare(record.facts())
                                && list.connection()
                                        .value()
                                        .equals(record.facts().get("into"))
                                && list.id().equals(record.facts().get(ListChange.LIST_ID)))
                        .lastOption())
                .peek(found -> chain.add(
                        FactChain.JOURNAL,
                        found.map(record -> "Run " + record.run() + " filled the list last from audience "
                                        + record.facts().get("audience.connection") + "/"
                                        + record.facts().get("audience.id") + "; it is " + record.state())
                                .getOrElse("No run of this bridge filled the list")));
    }

    private Either<BridgeError, Answer> because(boolean in, Option<RunRecord> binding, PersonFacts person) {
        if (binding.isEmpty()) {
            return Either.right(
                    in
                            ? new Answer(Verdict.IN, "The recipient is in the list, and not by a run of this bridge")
                            : new Answer(
                                    Verdict.OUT,
                                    "The recipient is not in the list, which no run of this bridge filled"));
        }
        return members(binding.get()).map(known -> in ? in(known, person) : out(binding.get(), known, person));
    }

    private Answer in(Option<IdSet> known, PersonFacts person) {
        if (known.isDefined() && !person.has(known.get())) {
            return new Answer(
                    Verdict.IN,
                    "The recipient is in the list, and no key of theirs is in the audience as it was last read: added by hand, or a key changed; the next import takes them out (SEMANTICS S12)");
        }
        return new Answer(
                Verdict.IN,
                person.optedOut()
                        ? "The recipient is in the list and has opted out; the next import takes them out (SEMANTICS S23)"
                        : "The recipient is in the list");
    }

    private static Answer out(RunRecord binding, Option<IdSet> known, PersonFacts person) {
        if (person.optedOut()) {
            return new Answer(Verdict.OUT, "The person opted out and is never imported (SEMANTICS S23)");
        }
        if (person.fingerprints().size() == 0) {
            return new Answer(Verdict.OUT, "The recipient has no valid key by which the audience could name them");
        }
        if (known.isEmpty()) {
            return new Answer(
                    Verdict.OUT,
                    "The recipient is not in the list; whether a key of theirs is in the audience is not remembered here");
        }
        if (!person.has(known.get())) {
            return new Answer(Verdict.OUT, "No key of the recipient is in the audience as it was last read");
        }
        if (!binding.state().isDelivered()) {
            return new Answer(
                    Verdict.ON_THE_WAY, "A key of the recipient is in the audience, and the run is not delivered yet");
        }
        boolean takesAll = "ALL".equals(binding.facts().getOrDefault("ambiguity", "ALL"));
        return takesAll
                ? new Answer(
                        Verdict.ON_THE_WAY,
                        "A key of the recipient is in the audience: the key came after the last run, or the recipient was removed by hand; the next run brings them in")
                : new Answer(
                        Verdict.OUT,
                        "A key of the recipient is in the audience; it is ambiguous and left out by the run's policy, or came after the last run (SEMANTICS S4)");
    }

    /** Who was in the audience when it was last read; none where that is not kept. */
    private Either<BridgeError, Option<IdSet>> members(RunRecord binding) {
        AudienceRef audience = new AudienceRef(
                new ConnectionName(Facts.required(binding.facts(), "audience.connection")),
                Facts.required(binding.facts(), "audience.id"));
        Either<BridgeError, Option<IdSet>> known = ReceiveFacts.isReceive(binding.facts())
                ? infrastructure
                        .eventStates()
                        .find(new LedgerKey(audience, 0))
                        .map(found -> found.map(applied -> applied.state().members()))
                : infrastructure
                        .memberships()
                        .find(new LedgerKey(audience, Facts.number(binding.facts(), "dataSource.id")))
                        .map(found -> found.map(Membership::members));
        return known.peek(found -> chain.add(
                FactChain.MEMBERSHIPS,
                found.map(members -> "The audience had " + members.size() + " members when it was last read")
                        .getOrElse("The audience's members are not remembered")));
    }
}
