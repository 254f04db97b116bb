// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the tables of a database to our version, one script a version. Processes that come at once wait for each other where the database can do that; where it cannot, scripts
 * are repeated, which they allow.
 */
final class Migrations {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS audience_bridge_schema" + " (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)";
    private static final String FIRST = "INSERT INTO audience_bridge_schema (id, version)"
            + " SELECT 1, 0 WHERE NOT EXISTS (SELECT 1 FROM audience_bridge_schema)";
    private static final String VERSION = "SELECT version FROM audience_bridge_schema WHERE id = 1";

    /** H2 makes tables outside of transactions, and its file is one process's: whoever comes at once is in this one. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Seq<String> scripts;

    Migrations(Seq<String> scripts) {
        this.scripts = scripts;
    }

    /** Those of this version. */
    static Migrations ours() {
        return new Migrations(Vector.of("1.sql").map(Migrations::resource));
    }

    /** Right: the version, which is ours. Left: {@code InvalidRequest} when a later one wrote the tables; or the database does not allow it. */
    Either<BridgeError, Integer> run(Database database) {
        synchronized (ONE_AT_A_TIME) {
            return version(database)
                    .flatMap(found -> found == scripts.size()
                            ? Either.right(found)
                            : found > scripts.size() ? Either.left(tooNew(found)) : migrate(database));
        }
    }

    /** 0 where there is no table yet; asked first, so that whoever may not change tables can use those that are there. */
    private static Either<BridgeError, Integer> version(Database database) {
        try {
            return Either.right(database.plainly(connection -> version(connection, VERSION)));
        } catch (SQLException failed) {
            return SqlFailures.isTableMissing(failed) ? Either.right(0) : Either.left(SqlFailures.of("open", failed));
        }
    }

    private Either<BridgeError, Integer> migrate(Database database) {
        return database.in("make the tables of", connection -> {
                    execute(connection, TABLE);
                    return Database.change(connection, FIRST);
                })
                .flatMap(begun -> database.durably("change the tables of", this::catchUp))
                .flatMap(reached -> reached > scripts.size() ? Either.left(tooNew(reached)) : Either.right(reached));
    }

    private int catchUp(Connection connection) throws SQLException {
        int from = version(connection, VERSION + " FOR UPDATE");
        for (String script : scripts.drop(from)) {
            for (String statement : script.split(";\\s*\n", -1)) {
                if (!statement.isBlank()) {
                    execute(connection, statement);
                }
            }
        }
        if (from < scripts.size()) {
            Database.change(connection, "UPDATE audience_bridge_schema SET version = ? WHERE id = 1", scripts.size());
        }
        return Math.max(from, scripts.size());
    }

    private static int version(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private BridgeError tooNew(int found) {
        return BridgeError.InvalidRequest.of(
                "journal",
                "The journal's tables are of version " + found + " and this release knows version " + scripts.size()
                        + "; a later release wrote them, so upgrade this application to it");
    }

    private static String resource(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
