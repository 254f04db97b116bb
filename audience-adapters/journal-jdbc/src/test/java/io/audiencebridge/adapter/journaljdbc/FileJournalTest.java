// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.JournalContract;
import io.audiencebridge.domain.spi.engine.Journal;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {
    @TempDir
    Path folder;

    private Stores stores;

    @Override
    protected Journal open() {
        stores = Stores.file(folder);
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
