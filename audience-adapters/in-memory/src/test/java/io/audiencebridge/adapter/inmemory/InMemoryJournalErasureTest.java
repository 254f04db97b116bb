// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ErasableContract;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Journal;
import java.time.Instant;

final class InMemoryJournalErasureTest extends ErasableContract {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final InMemoryJournal journal = new InMemoryJournal();

    private int runs;

    @Override
    protected Erasable open() {
        return journal;
    }

    @Override
    protected Erasable reopen() {
        return open();
    }

    @Override
    protected void keepOneMore() {
        journal()
                .save(RunRecord.builder()
                        .run(new RunId("run-" + ++runs))
                        .state(RunState.DELIVERED)
                        .started(NOW)
                        .updated(NOW)
                        .build())
                .get();
    }

    private Journal journal() {
        return journal;
    }
}
