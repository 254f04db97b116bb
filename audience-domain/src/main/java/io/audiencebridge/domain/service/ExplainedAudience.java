// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.service.FactChain.Answer;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Why a person is, or is not, in a shared audience. */
final class ExplainedAudience {
    private final DataSource dataSource;
    private final Infrastructure infrastructure;
    private final InList inList;
    private final FactChain chain;

    ExplainedAudience(DataSource dataSource, Infrastructure infrastructure, InList inList, FactChain chain) {
        this.dataSource = dataSource;
        this.infrastructure = infrastructure;
        this.inList = inList;
        this.chain = chain;
    }

    Either<BridgeError, Answer> answer(AudienceRef audience, PersonFacts person) {
        LedgerKey page = new LedgerKey(audience, dataSource.id());
        return sharedBy(page, person)
                .flatMap(sent -> lastRead(page, person).flatMap(read -> settled(audience, person, sent, read)));
    }

    private Either<BridgeError, Answer> settled(
            AudienceRef audience, PersonFacts person, Option<RunRecord> sent, Option<Boolean> read) {
        if (read.contains(true)) {
            return answered(
                    Verdict.IN,
                    "A key of the person was in the audience when its members were last delivered"
                            + (person.optedOut()
                                    ? "; the person has opted out, which takes a day or two to show"
                                    : ""));
        }
        if (sent.isDefined()) {
            return Either.right(shared(sent.get(), person));
        }
        if (person.optedOut()) {
            return answered(Verdict.OUT, "The person opted out and is never shared (SEMANTICS S23)");
        }
        if (person.fingerprints().size() == 0) {
            return answered(
                    person.isLookedUp() ? Verdict.OUT : Verdict.UNDECIDED,
                    person.isLookedUp()
                            ? "The person has no valid key of this data source, and counts in the complement (SEMANTICS S13)"
                            : "No key of the person is known, and nobody could be asked");
        }
        return unshared(audience, person);
    }

    /** Which delivered run sent a key of the person last; one that is under way where none is delivered. */
    private Either<BridgeError, Option<RunRecord>> sharedBy(LedgerKey page, PersonFacts person) {
        return infrastructure.ledger().runs(page).flatMap(runs -> {
            Vector<RunRecord> found = Vector.empty();
            for (RunId run : runs) {
                Either<BridgeError, Option<RunRecord>> record = infrastructure
                        .ledger()
                        .kept(page, run)
                        .flatMap(kept ->
                                person.has(kept) ? infrastructure.journal().find(run) : Either.right(Option.none()));
                if (record.isLeft()) {
                    return record;
                }
                found = found.appendAll(record.get());
            }
            Option<RunRecord> last = found.sortBy(record -> record.started())
                    .sortBy(record -> record.state().isDelivered())
                    .lastOption();
            chain.add(
                    FactChain.LEDGER,
                    last.isEmpty()
                            ? "No key of the person was ever sent into this audience"
                            : "A key of the person was sent into this audience");
            last.forEach(this::tell);
            return Either.right(last);
        });
    }

    private void tell(RunRecord record) {
        chain.add(
                FactChain.JOURNAL,
                "Run " + record.run() + ", begun at " + record.started() + ", is " + record.state()
                        + Freshness.window(record, infrastructure.freshness())
                                .map(window -> "; members show from " + window.earliest() + " to " + window.latest())
                                .orElse(""));
    }

    private Either<BridgeError, Option<Boolean>> lastRead(LedgerKey page, PersonFacts person) {
        return infrastructure.memberships().find(page).map(found -> {
            Option<Boolean> in = found.map(kept -> person.has(kept.members()));
            chain.add(
                    FactChain.MEMBERSHIPS,
                    in.isEmpty()
                            ? "Who is in the audience was never read"
                            : in.get()
                                    ? "A key of the person was in it when the audience was last read"
                                    : "No key of the person was in it when the audience was last read");
            return in;
        });
    }

    private Answer shared(RunRecord record, PersonFacts person) {
        Instant now = infrastructure.clock().instant();
        if (!record.state().isDelivered()) {
            return new Answer(Verdict.ON_THE_WAY, "A run that sends the person is not delivered yet");
        }
        if (person.optedOut()) {
            return new Answer(
                    Verdict.OUT,
                    "The person was shared, and opted out; a removal is written at opt-out (SEMANTICS S23)");
        }
        Option<Duration> lives =
                Option.of(record.facts().get(ShareSteps.TIME_TO_LIVE)).map(Duration::parse);
        if (lives.exists(time -> record.started().plus(time).isBefore(now))) {
            return new Answer(
                    Verdict.OUT,
                    "The person was shared longer ago than the audience remembers; the next share renews (SEMANTICS S15)");
        }
        boolean due = Freshness.window(record, infrastructure.freshness())
                .map(window -> !now.isBefore(window.latest()))
                .orElse(true);
        boolean stored = record.state() == RunState.STORED || record.state() == RunState.VISIBLE;
        return due
                ? new Answer(
                        Verdict.IN,
                        stored
                                ? "The person was shared, and the system stored the rows of that run"
                                : "The person was shared long enough ago to be in")
                : new Answer(Verdict.ON_THE_WAY, "The person was shared, and it is not time for it to show yet");
    }

    /** Nobody sent the person: the list from which the audience was shared last says whether somebody will. */
    private Either<BridgeError, Answer> unshared(AudienceRef audience, PersonFacts person) {
        return SharedBefore.all(infrastructure).flatMap(shares -> {
            Option<SharedBefore> last = shares.filter(share -> share.audience().equals(audience)
                            && share.request().dataSource().id() == dataSource.id())
                    .lastOption();
            if (last.isEmpty()) {
                chain.add(FactChain.JOURNAL, "No run of this bridge ever shared into this audience");
                return answered(
                        Verdict.UNDECIDED,
                        "This bridge never shared into the audience nor read its members, and no call tells who is in it");
            }
            chain.add(
                    FactChain.JOURNAL,
                    "Run " + last.get().record().run() + " shared into it last and is "
                            + last.get().record().state());
            return person.recipients().isEmpty()
                    ? answered(
                            person.isLookedUp() ? Verdict.OUT : Verdict.UNDECIDED,
                            person.isLookedUp()
                                    ? "No recipient has this key, so no list can bring the person in"
                                    : "The recipient could not be looked up by this key; name the recipient")
                    : inSource(last.get(), person);
        });
    }

    private Either<BridgeError, Answer> inSource(SharedBefore last, PersonFacts person) {
        return inList.has(last.request().list(), person).map(in -> {
            chain.add(
                    last.request().list().connection().value(),
                    in
                            ? "The recipient is in the list that is shared"
                            : "The recipient is not in the list that is shared");
            if (!in) {
                return new Answer(Verdict.OUT, "The recipient is not in the list from which the audience is shared");
            }
            return last.record().state().isDelivered()
                    ? new Answer(
                            Verdict.OUT,
                            "The recipient is in the list and was not when it was shared last, or got the key later; the next share brings them in")
                    : new Answer(
                            Verdict.ON_THE_WAY, "The recipient is in the list, and the run that shares it is not over");
        });
    }

    private static Either<BridgeError, Answer> answered(Verdict verdict, String because) {
        return Either.right(new Answer(verdict, because));
    }
}
