// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.RunPages;

/** What one database keeps. */
record JdbcJournalStore(Database database) implements JournalStore {
    @Override
    public Journal journal() {
        return new JdbcJournal(database);
    }

    @Override
    public Leases leases() {
        return new JdbcLeases(database);
    }

    @Override
    public RunPages pages() {
        return new JdbcRunPages(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
