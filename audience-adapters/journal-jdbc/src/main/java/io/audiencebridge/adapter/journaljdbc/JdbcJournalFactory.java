// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.JournalFactory;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.vavr.control.Either;

/** Opens journals in databases. */
public final class JdbcJournalFactory implements JournalFactory<JdbcJournalSettings> {
    /** For {@code ServiceLoader}. */
    public JdbcJournalFactory() {}

    @Override
    public Class<JdbcJournalSettings> settings() {
        return JdbcJournalSettings.class;
    }

    /**
     * The journal in that database, whose tables are made or brought up to date. Left: {@code InvalidRequest} with every mistake in the settings, or when a later version wrote
     * it; {@code Conflict} when another process has the file open; {@code AccessDenied}, {@code Unavailable} or {@code LocalFailure} when the database cannot be used.
     */
    @Override
    public Either<BridgeError, JournalStore> open(JdbcJournalSettings settings) {
        return Connections.open(settings).flatMap(JdbcJournalFactory::ready);
    }

    private static Either<BridgeError, JournalStore> ready(Connections connections) {
        return Database.on(connections)
                .flatMap(database -> Migrations.ours().run(database).map(version -> database))
                .<JournalStore>map(JdbcJournalStore::new)
                .peekLeft(error -> connections.close());
    }
}
