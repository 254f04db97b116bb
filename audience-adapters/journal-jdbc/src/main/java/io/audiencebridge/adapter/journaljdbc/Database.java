// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Transactions on a database. One that collides with somebody else's is done again. Safe for use by several threads. */
final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final String H2 = "H2";
    private static final Set<String> KNOWN = Set.of(H2, "PostgreSQL");

    private final Connections connections;
    private final boolean isH2;

    private Database(Connections connections, boolean isH2) {
        this.connections = connections;
        this.isH2 = isH2;
    }

    /** Left: {@code InvalidRequest} for a product whose SQL nobody tried, or it cannot be reached. */
    static Either<BridgeError, Database> on(Connections connections) {
        try (Connection connection = connections.next()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return KNOWN.contains(product)
                    ? Either.right(new Database(connections, product.equals(H2)))
                    : Either.left(BridgeError.InvalidRequest.of(
                            "journal", product + " is not supported; use PostgreSQL or H2"));
        } catch (SQLException failed) {
            return Either.left(SqlFailures.of("open", failed));
        }
    }

    /** Does {@code work} as one transaction. */
    <T> Either<BridgeError, T> in(String what, Work<T> work) {
        return attempt(what, work, 1);
    }

    /** As {@link #in}, and what is done is on disk afterwards: H2 keeps commits in memory of the system, PostgreSQL does not. */
    <T> Either<BridgeError, T> durably(String what, Work<T> work) {
        Either<BridgeError, T> done = in(what, work);
        return isH2 ? done.flatMap(value -> in(what, Database::checkpoint).map(forced -> value)) : done;
    }

    /** What {@code work} answers on a connection that commits after each statement. */
    <T> T plainly(Work<T> work) throws SQLException {
        try (Connection connection = connections.next()) {
            return work.on(connection);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> Either<BridgeError, T> attempt(String what, Work<T> work, int number) {
        try {
            return Either.right(transaction(work));
        } catch (SQLException failed) {
            return SqlFailures.isCollision(failed) && number < ATTEMPTS
                    ? attempt(what, work, number + 1)
                    : Either.left(SqlFailures.of(what, failed));
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = connections.next()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void undo(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            because.addSuppressed(lost);
        }
    }

    private static boolean checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("CHECKPOINT SYNC");
        }
    }

    /** A statement with {@code values} bound in order. */
    static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** How many rows a change concerned. */
    static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
