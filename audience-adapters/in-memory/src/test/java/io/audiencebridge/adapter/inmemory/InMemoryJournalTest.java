// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.JournalContract;
import io.audiencebridge.domain.spi.engine.Journal;

final class InMemoryJournalTest extends JournalContract {
    private final Journal journal = new InMemoryJournal();

    @Override
    protected Journal open() {
        return journal;
    }

    @Override
    protected Journal reopen() {
        return journal;
    }
}
