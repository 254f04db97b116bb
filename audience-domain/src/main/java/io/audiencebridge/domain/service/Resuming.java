// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.function.Predicate;

/** Goes on with runs that are written down, each on one thread at a time. What the journal says is read once nobody else is at work on the run. */
final class Resuming {
    private final Transfer transfer;
    private final Infrastructure infrastructure;
    private final RunsAtWork atWork;
    private final Lateness lateness;

    Resuming(Transfer transfer, Infrastructure infrastructure, RunsAtWork atWork) {
        this.transfer = transfer;
        this.infrastructure = infrastructure;
        this.atWork = atWork;
        this.lateness = new Lateness(infrastructure);
    }

    Either<BridgeError, Receipt> one(RunId run, Call call) {
        return resume(run, record -> !record.state().isDelivered(), call);
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
        return call.check().isLeft() ? done : done.append(new ResumedRun(run, resume(run, this::isDue, call)));
    }

    private Either<BridgeError, Receipt> resume(RunId run, Predicate<RunRecord> wanted, Call call) {
        return atWork.alone(
                run,
                () -> find(infrastructure.journal(), run)
                        .flatMap(record -> wanted.test(record) ? transfer.go(record, call) : Either.right(record))
                        .flatMap(lateness::notice)
                        .map(record -> Receipts.of(record, infrastructure.freshness())));
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
                && record.waiting()
                        .filter(waiting -> waiting.until().isAfter(now))
                        .isEmpty();
    }
}
