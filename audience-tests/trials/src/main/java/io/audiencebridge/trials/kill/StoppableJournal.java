// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal that stands still before or after one of its writes, so that the process can be killed there and nowhere else. Safe for use by several threads. */
final class StoppableJournal implements Journal {
    private final Journal journal;
    private final KillPoint point;
    private final Telling telling;
    private final AtomicInteger writes = new AtomicInteger();

    StoppableJournal(Journal journal, KillPoint point, Telling telling) {
        this.journal = journal;
        this.point = point;
        this.telling = telling;
    }

    @Override
    public Either<BridgeError, RunRecord> save(RunRecord record) {
        int write = writes.incrementAndGet();
        stand(point.isBefore(write));
        Either<BridgeError, RunRecord> saved = journal.save(record);
        telling.say("wrote " + write);
        stand(point.isAfter(write));
        return saved;
    }

    private void stand(boolean here) {
        if (here) {
            telling.say("there");
            telling.standStill();
        }
    }

    @Override
    public Either<BridgeError, Option<RunRecord>> find(RunId run) {
        return journal.find(run);
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> all() {
        return journal.all();
    }
}
