// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.LedgerPiecesContract;
import io.audiencebridge.domain.spi.engine.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderLedgerPiecesTest extends LedgerPiecesContract {
    @TempDir
    Path home;

    @Override
    protected Ledger open() {
        return HomeFolder.at(home).get().ledger();
    }
}
