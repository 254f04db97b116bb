// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.JournalContract;
import io.audiencebridge.domain.spi.engine.Journal;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderJournalTest extends JournalContract {
    @TempDir
    Path home;

    @Override
    protected Journal open() {
        return HomeFolder.at(home).get().journal();
    }

    @Override
    protected Journal reopen() {
        return open();
    }
}
