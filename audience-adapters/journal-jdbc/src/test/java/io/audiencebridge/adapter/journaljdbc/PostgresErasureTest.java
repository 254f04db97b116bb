// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.ErasableContract;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Erasable;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresErasureTest extends ErasableContract {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private Stores stores;
    private int runs;

    @Override
    protected Erasable open() throws SQLException {
        stores = Stores.postgres();
        return reopen();
    }

    @Override
    protected Erasable reopen() {
        return (Erasable) stores.open().journal();
    }

    @Override
    protected void keepOneMore() {
        stores.open()
                .journal()
                .save(RunRecord.builder()
                        .run(new RunId("run-" + ++runs))
                        .state(RunState.DELIVERED)
                        .started(NOW)
                        .updated(NOW)
                        .putFacts("audience", "Gold")
                        .build())
                .get();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
    }
}
