// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.JournalStoreContract;
import io.audiencebridge.domain.spi.engine.JournalStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest extends JournalStoreContract {
    @TempDir
    Path folder;

    @Override
    protected JournalStore open() {
        return reopen();
    }

    @Override
    protected JournalStore reopen() {
        return new JdbcJournalFactory().open(Stores.file(folder).settings()).get();
    }
}
