// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.LedgerPiecesContract;
import io.audiencebridge.domain.spi.engine.Ledger;

final class InMemoryLedgerPiecesTest extends LedgerPiecesContract {
    @Override
    protected Ledger open() {
        return new InMemoryLedger();
    }
}
