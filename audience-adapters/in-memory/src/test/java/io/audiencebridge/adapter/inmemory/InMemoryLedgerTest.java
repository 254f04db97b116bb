// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.LedgerContract;
import io.audiencebridge.domain.spi.engine.Ledger;

final class InMemoryLedgerTest extends LedgerContract {
    private final Ledger ledger = new InMemoryLedger();

    @Override
    protected Ledger open() {
        return ledger;
    }

    @Override
    protected Ledger reopen() {
        return ledger;
    }
}
