// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.RunPagesContract;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.RunPages;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresRunPagesTest extends RunPagesContract {
    private Stores stores;

    @Override
    protected Journal open() throws SQLException {
        stores = Stores.postgres();
        return stores.open().journal();
    }

    @Override
    protected RunPages pages() {
        return stores.open().pages();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
    }
}
