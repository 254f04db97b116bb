// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.spi.engine.JournalStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores of one test: in a file of H2's, or in a schema of its own in the PostgreSQL of {@code -Dpostgres.url}. */
final class Stores implements AutoCloseable {
    private final List<JournalStore> opened = new ArrayList<>();
    private final JdbcJournalSettings settings;
    private final String schema;

    private Stores(JdbcJournalSettings settings, String schema) {
        this.settings = settings;
        this.schema = schema;
    }

    static Stores file(Path folder) {
        return new Stores(
                JdbcJournalSettings.builder().file(folder.resolve("journal")).build(), "");
    }

    static Stores postgres() throws SQLException {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        administer("CREATE SCHEMA " + schema);
        return new Stores(
                JdbcJournalSettings.builder()
                        .url(server() + (server().contains("?") ? "&" : "?") + "currentSchema=" + schema)
                        .build(),
                schema);
    }

    JdbcJournalSettings settings() {
        return settings;
    }

    /** Each time a pool of its own, as another process has. */
    JournalStore open() {
        JournalStore store = new JdbcJournalFactory().open(settings).get();
        opened.add(store);
        return store;
    }

    @Override
    public void close() throws SQLException {
        opened.forEach(JournalStore::close);
        if (!schema.isEmpty()) {
            administer("DROP SCHEMA " + schema + " CASCADE");
        }
    }

    private static String server() {
        String url = System.getProperty("postgres.url", "");
        if (url.isEmpty()) {
            throw new IllegalStateException(
                    "Name a server by -Dpostgres.url, or run src/test/postgres/with-postgres, which makes one");
        }
        return url;
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
