// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.function.Function;

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

    /** Matches rows; the caller closes them. */
    Either<BridgeError, StepOutcome> match(
            RunRecord record, KeySource rows, Function<Matching, Either<BridgeError, Matching>> settled) {
        return match(record, task -> task.members(rows), settled);
    }

    /** Matches members known by the fingerprints of their keys. */
    Either<BridgeError, StepOutcome> match(
            RunRecord record, IdSet members, Function<Matching, Either<BridgeError, Matching>> settled) {
        return match(record, task -> task.members(NoMembers.SOURCE).keptMembers(members), settled);
    }

    private Either<BridgeError, StepOutcome> match(
            RunRecord record,
            Function<MatchTask.Builder, MatchTask.Builder> members,
            Function<Matching, Either<BridgeError, Matching>> settled) {
        return recipients
                .keys(record.run())
                .flatMap(feed -> feed instanceof KeyFeed.Ready ready
                        ? matched(members.apply(task(ready.keys())), ready.keys())
                                .flatMap(settled)
                                .flatMap(matching -> compare(record, matching))
                        : Either.right(new StepOutcome.Wait(
                                record, RunState.AWAITING_WORKFLOW, ((KeyFeed.NotYet) feed).waiting())));
    }

    private MatchTask.Builder task(KeySource keys) {
        return MatchTask.builder()
                .key(request.dataSource().key())
                .recipients(keys)
                .ambiguity(request.ambiguity());
    }

    private Either<BridgeError, Matching> matched(MatchTask.Builder task, KeySource keys) {
        try (keys) {
            return infrastructure.engine().match(task.build(), call);
        }
    }

    private Either<BridgeError, StepOutcome> compare(RunRecord record, Matching matching) {
        return connectors
                .ability(request.into(), MemberWriter.class)
                .flatMap(writer -> writer.prepare(order(), call))
                .flatMap(prepared -> present(prepared.audience())
                        .flatMap(
                                present -> change.between(present, matching.recipients(), prepared.audience(), record)))
                .flatMap(known -> tally(matching)
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
