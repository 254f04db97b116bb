// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.JournalContract;
import io.audiencebridge.domain.spi.engine.Journal;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresJournalTest extends JournalContract {
    private Stores stores;

    @Override
    protected Journal open() throws SQLException {
        stores = Stores.postgres();
        return stores.open().journal();
    }

    @Override
    protected Journal reopen() {
        return stores.open().journal();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
    }
}
