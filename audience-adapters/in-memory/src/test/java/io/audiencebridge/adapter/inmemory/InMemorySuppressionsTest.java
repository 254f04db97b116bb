// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.SuppressionsContract;
import io.audiencebridge.domain.spi.engine.Suppressions;

final class InMemorySuppressionsTest extends SuppressionsContract {
    private final InMemorySuppressions store = new InMemorySuppressions();

    @Override
    protected Suppressions open() {
        return store;
    }

    @Override
    protected Suppressions reopen() {
        return store;
    }
}
