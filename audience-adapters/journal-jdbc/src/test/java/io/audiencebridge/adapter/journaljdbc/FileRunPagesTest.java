// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.RunPagesContract;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.RunPages;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileRunPagesTest extends RunPagesContract {
    @TempDir
    Path folder;

    private Stores stores;

    @Override
    protected Journal open() {
        stores = Stores.file(folder);
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
