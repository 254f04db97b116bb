// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB's own {@code COPY}, from a table in memory that was filled before the clock runs. */
final class DuckWriter implements Side {
    private final Connection database;
    private final String key;

    DuckWriter(Members members) throws IOException {
        key = members.mails() ? "sha256(lower(trim(id)))" : "id";
        try {
            database = DriverManager.getConnection("jdbc:duckdb:");
            run("SET threads = 2");
            run("CREATE TABLE members (id VARCHAR)");
            try (DuckDBAppender rows = database.unwrap(DuckDBConnection.class).createAppender("main", "members")) {
                for (String id : members.texts()) {
                    rows.beginRow();
                    rows.append(id);
                    rows.endRow();
                }
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void write(Path folder) throws IOException {
        try {
            run("COPY (SELECT " + key + ", 'd_sid=" + Members.TRAIT + "' FROM members) TO '"
                    + folder.resolve("duck.sync.gz").toString().replace("'", "''")
                    + "' (FORMAT csv, COMPRESSION gzip, DELIMITER '\t', HEADER false)");
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException ignored) {
            // the process ends
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
