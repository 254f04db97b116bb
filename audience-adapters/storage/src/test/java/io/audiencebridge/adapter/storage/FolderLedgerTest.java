// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.LedgerContract;
import io.audiencebridge.domain.spi.engine.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderLedgerTest extends LedgerContract {
    @TempDir
    Path home;

    @Override
    protected Ledger open() {
        return HomeFolder.at(home).get().ledger();
    }

    @Override
    protected Ledger reopen() {
        return open();
    }
}
