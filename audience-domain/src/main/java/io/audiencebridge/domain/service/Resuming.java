// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Predicate;

/** Goes on with runs that are written down, each by one thread of one process at a time. What the journal says is read once nobody else is at work on the run. */
final class Resuming {
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final RunsAtWork atWork;

    Resuming(Connectors connectors, Infrastructure infrastructure, RunsAtWork atWork) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.atWork = atWork;
    }

    /** Goes on with a run. A new one whose audience or list somebody else works on is refused, so that nobody goes on with it unasked. */
    Either<BridgeError, Receipt> one(RunId run, Call call) {
        return resume(run, record -> !record.state().isDelivered(), true, call).map(Option::get);
    }

    Either<BridgeError, Seq<ResumedRun>> due(Call call) {
        return infrastructure
                .journal()
                .all()
                .map(records -> records.filter(this::isDue)
                        .map(RunRecord::run)
                        .filter(run -> !atWork.has(run))
                        .foldLeft(Vector.<ResumedRun>empty(), (done, run) -> next(done, run, call)));
    }

    /** An ended call must not reach the run: it would be written down as cancelled, and nobody would look at it again. */
    private Vector<ResumedRun> next(Vector<ResumedRun> done, RunId run, Call call) {
        if (call.check().isLeft()) {
            return done;
        }
        return resume(run, this::isDue, false, call)
                .fold(
                        error -> done.append(new ResumedRun(run, Either.left(error))),
                        receipt -> done.appendAll(receipt.map(told -> new ResumedRun(run, Either.right(told)))));
    }

    /** Right: the receipt; none when somebody else is at work and nobody {@code asked} for this run. */
    private Either<BridgeError, Option<Receipt>> resume(
            RunId run, Predicate<RunRecord> wanted, boolean asked, Call call) {
        return call.observed(
                new Activity.Run(run.value()),
                () -> atWork.alone(
                        Subjects.of(run),
                        infrastructure,
                        call,
                        (ours, inner) -> find(ours.journal(), run)
                                .flatMap(record ->
                                        wanted.test(record) ? alone(record, asked, ours, inner) : told(record, ours)),
                        conflict -> busy(conflict, asked)));
    }

    private Either<BridgeError, Option<Receipt>> alone(
            RunRecord record, boolean asked, Infrastructure ours, Call call) {
        Option<String> subject = Subjects.of(record.facts());
        return subject.isEmpty()
                ? go(record, ours, call)
                : atWork.alone(
                        subject.get(),
                        ours,
                        call,
                        (all, inner) -> go(record, all, inner),
                        conflict -> asked && record.state() == RunState.PLANNED
                                ? refuse(record, conflict, ours).flatMap(written -> busy(conflict, true))
                                : busy(conflict, asked));
    }

    private Either<BridgeError, Option<Receipt>> go(RunRecord record, Infrastructure ours, Call call) {
        return new Transfer(connectors, ours).go(record, call).flatMap(done -> told(done, ours));
    }

    private static Either<BridgeError, Option<Receipt>> told(RunRecord record, Infrastructure ours) {
        return new Lateness(ours).notice(record).map(known -> Option.some(Receipts.of(known, ours.freshness())));
    }

    private static Either<BridgeError, Option<Receipt>> busy(BridgeError.Conflict conflict, boolean asked) {
        return asked ? Either.left(conflict) : Either.right(Option.none());
    }

    private static Either<BridgeError, RunRecord> refuse(
            RunRecord record, BridgeError.Conflict conflict, Infrastructure ours) {
        return ours.journal()
                .save(NoticeFacts.with(
                        RunRecord.builder()
                                .from(record)
                                .state(RunState.REFUSED)
                                .updated(ours.clock().instant())
                                .build(),
                        Vector.of(conflict.message())));
    }

    /** The record of {@code run}. Left: {@code NotFound}. */
    static Either<BridgeError, RunRecord> find(Journal journal, RunId run) {
        return journal.find(run)
                .flatMap(found -> found.toEither(() -> BridgeError.NotFound.of(
                        "Run " + run + " is not in this journal; check the run's id and the bridge's home folder")));
    }

    private boolean isDue(RunRecord record) {
        Instant now = infrastructure.clock().instant();
        return record.state().isWaiting()
                ? record.waiting()
                        .filter(waiting -> waiting.until().isAfter(now))
                        .isEmpty()
                : infrastructure
                        .leasing()
                        .filter(leasing -> isLeft(record, leasing, now))
                        .isPresent();
    }

    /** Whether it was left in the middle if nobody holds its lease. One that was just planned is about to be begun by who planned it. */
    private static boolean isLeft(RunRecord record, Leasing leasing, Instant now) {
        return switch (record.state()) {
            case PREPARING, TRANSFERRING -> true;
            case PLANNED -> !record.updated().plus(leasing.term()).isAfter(now);
            default -> false;
        };
    }
}
