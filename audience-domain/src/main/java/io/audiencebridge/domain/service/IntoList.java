// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** From members to a list: match them with the recipients, then change the list, additions first, so that it is never below what it should keep. Not thread-safe. */
final class IntoList {
    private final ImportRequest request;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final Call call;
    private final Reading recipients;
    private final ListChange change;

    IntoList(ImportRequest request, Connectors connectors, Infrastructure infrastructure, Call call) {
        this.request = request;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.call = call;
        this.recipients = Reading.ofAll(connectors, request.into(), request.dataSource(), call);
        this.change = new ListChange(request, connectors, call);
    }

    /** The steps that change the list, once the members are matched. */
    Seq<Step> steps() {
        return Vector.of(
                new Step(ListChange.ADDING, RunState.TRANSFERRING, change::add, ListChange::isByRows),
                new Step(ListChange.REMOVING, RunState.TRANSFERRING, change::remove, ListChange::isByRows),
                new Step(ListChange.LOADING, RunState.TRANSFERRING, change::load, ListChange::isByLoad),
                new Step("clearing up", RunState.TRANSFERRING, this::clearUp, this::leavesFiles));
    }

    /** Does {@code work} unless an earlier attempt handed the difference over; then it must not be worked out again. */
    Either<BridgeError, StepOutcome> unlessHandedOver(
            RunRecord record, Function<RunRecord, Either<BridgeError, StepOutcome>> work) {
        return change.isHandedOver(record)
                .flatMap(handedOver -> handedOver ? Either.right(new StepOutcome.Done(record)) : work.apply(record));
    }

    /** Matches members; the caller closes them. */
    Either<BridgeError, StepOutcome> match(
            RunRecord record, MembersAtHand members, Function<Matching, Either<BridgeError, Matching>> settled) {
        return new KeyRouting(request, connectors, infrastructure, recipients, call)
                .open(record, members)
                .flatMap(routed -> routed instanceof Routed.Ready ready
                        ? matched(ready, members, settled)
                        : Either.right(new StepOutcome.Wait(
                                routed.record(), RunState.AWAITING_WORKFLOW, ((Routed.NotYet) routed).waiting())));
    }

    private Either<BridgeError, StepOutcome> matched(
            Routed.Ready ready, MembersAtHand members, Function<Matching, Either<BridgeError, Matching>> settled) {
        Duration before = call.remaining();
        try (CountedKeys keys = ready.recipients()) {
            return SuppressedPeople.of(infrastructure)
                    .flatMap(people -> infrastructure
                            .engine()
                            .match(task(ready, members, people), call)
                            .flatMap(matching -> people.keepLearned().map(learned -> matching)))
                    .flatMap(settled)
                    .flatMap(matching -> compare(
                            MatchFacts.matched(
                                    ready.record(),
                                    keys.rows(),
                                    ready.read().orElse(keys.rows()),
                                    ready.keys(),
                                    before.minus(call.remaining())),
                            matching));
        }
    }

    private MatchTask task(Routed.Ready ready, MembersAtHand members, SuppressedPeople people) {
        return MatchTask.builder()
                .key(request.dataSource().key())
                .members(members.rows())
                .keptMembers(members.kept())
                .expectedMembers(members.expected())
                .recipients(people.isEmpty() ? ready.recipients() : suppressed(ready, people))
                .packedRecipients(ready.packed())
                .ambiguity(request.ambiguity())
                .proof(request.proof())
                .build();
    }

    private KeySource suppressed(Routed.Ready ready, SuppressedPeople people) {
        ReconciliationKey key = request.dataSource().key();
        Supplier<SuppressionCheck> checks = () -> people.check(request.into(), key);
        return ready.packed()
                ? SuppressedRecipients.ofPacked(ready.recipients(), checks)
                : SuppressedRecipients.ofStored(ready.recipients(), checks, key);
    }

    private Either<BridgeError, StepOutcome> compare(RunRecord record, Matching matching) {
        return connectors
                .ability(request.into(), MemberWriter.class)
                .flatMap(writer -> writer.prepare(order(), call))
                .flatMap(prepared -> present(prepared.audience())
                        .flatMap(
                                present -> change.between(present, matching.recipients(), prepared.audience(), record)))
                .flatMap(known -> asBegun(record, tally(matching))
                        .balanced()
                        .map(tally -> new StepOutcome.Done(Facts.with(known, TallyFacts.write(tally)))));
    }

    private ImportTally tally(Matching matching) {
        int size = matching.recipients().size();
        return ImportTally.builder()
                .match(matching.tally())
                .collapsed(matching.tally().links() - size)
                .listSize(size)
                .added(change.entering().size())
                .kept(size - change.entering().size())
                .removed(change.leaving().size())
                .build();
    }

    /**
     * An earlier attempt may have done part of it. If it matched the same and no more is left to do than it set out to do, then what it set out to do is what the run
     * does as a whole; else the list or the audience changed since, and the rest is counted against the list as it is.
     */
    private static ImportTally asBegun(RunRecord record, ImportTally now) {
        return TallyFacts.imported(record.facts())
                .filter(begun -> begun.match().equals(now.match())
                        && begun.collapsed() == now.collapsed()
                        && begun.added() >= now.added()
                        && begun.removed() >= now.removed())
                .orElse(now);
    }

    /** Who is in the list now; it is created if there is none. */
    Either<BridgeError, IdSet> members() {
        return connectors
                .ability(request.into(), MemberWriter.class)
                .flatMap(writer -> writer.prepare(order(), call))
                .flatMap(prepared -> present(prepared.audience()));
    }

    private Either<BridgeError, IdSet> present(AudienceRef list) {
        return connectors
                .ability(request.into(), MemberReader.class)
                .flatMap(reader -> reader.members(list, request.dataSource(), call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? Sending.recipients(ready.members(), call)
                        : Either.left(BridgeError.Conflict.of("List " + list + " cannot be read yet: "
                                + ((MemberFeed.NotYet) feed).waiting().because())));
    }

    private boolean leavesFiles(RunRecord record) {
        return recipients.mayExtract() || ListChange.isByLoad(record);
    }

    /** Files with people's keys must not outlive the run. */
    private Either<BridgeError, StepOutcome> clearUp(RunRecord record) {
        return recipients
                .discard(record.run())
                .flatMap(discarded -> change.discard(record))
                .map(discarded -> new StepOutcome.Done(record));
    }

    private AudienceOrder order() {
        return new AudienceOrder(request.into(), request.list(), request.dataSource());
    }
}
