// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.ErasableContract;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Journal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

final class FolderJournalErasureTest extends ErasableContract {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path home;

    private int runs;

    @Override
    protected Erasable open() {
        return (Erasable) journal();
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
        return HomeFolder.at(home).get().journal();
    }
}
