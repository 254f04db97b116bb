// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.RecipientIndexesContract;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;

final class InMemoryRecipientIndexesTest extends RecipientIndexesContract {
    private final RecipientIndexes indexes = new InMemoryRecipientIndexes();

    @Override
    protected RecipientIndexes open() {
        return indexes;
    }

    @Override
    protected RecipientIndexes reopen() {
        return indexes;
    }
}
