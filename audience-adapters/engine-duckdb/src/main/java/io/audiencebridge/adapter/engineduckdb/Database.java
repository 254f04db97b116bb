// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.call.Call;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * A database of one call: in memory as far as that goes, then in files of the scratch folder. It reaches no network and no other file, loads no extension, and nobody can change
 * that. A query ends when the call does.
 */
final class Database implements AutoCloseable {
    private final Connection connection;
    private final Call call;

    private Database(Connection connection, Call call) {
        this.connection = connection;
        this.call = call;
    }

    static Database open(DuckEngineSettings settings, Path scratch, long temporaryBytes, Call call)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", bytes(settings.memoryBytes()));
        properties.setProperty("temp_directory", scratch.toString());
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        Database database = new Database(connection, call);
        try {
            // A limit of the folder, so it follows the folder.
            database.run("SET max_temp_directory_size = '" + bytes(temporaryBytes) + "'");
            database.run("SET enable_external_access = false");
            database.run("SET lock_configuration = true");
            return database;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Makes {@code rows} readable as the table function {@code name}. */
    void register(String name, RowFunction rows) throws SQLException {
        try (var function = DuckDBFunctions.tableFunction()) {
            function.withName(name).withFunction(rows).register(connection);
        }
    }

    /** Runs {@code sql}, which answers nothing. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            whileTheCallLasts(statement, () -> statement.execute(sql));
        }
    }

    /** The numbers of the one row that {@code sql} answers. */
    long[] numbers(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return whileTheCallLasts(statement, () -> numbers(statement.executeQuery(sql)));
        }
    }

    /** Hands each pair of numbers that {@code sql} answers to {@code taker}. */
    void pairs(String sql, PairTaker taker) throws SQLException {
        try (DuckDBPreparedStatement statement =
                connection.unwrap(DuckDBConnection.class).prepare(sql)) {
            whileTheCallLasts(statement, () -> hand(statement.query(), taker));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The database's clock knows whole seconds only. A call that is over ends the query, and none begins. */
    private <T> T whileTheCallLasts(Statement statement, Query<T> query) throws SQLException {
        if (call.check().isLeft()) {
            throw new SQLException("the call is over");
        }
        long seconds = call.remaining().toSeconds() + 1;
        statement.setQueryTimeout((int) Math.min(seconds, Integer.MAX_VALUE));
        Call.Registration cancelling = call.onCancel(() -> cancel(statement));
        try {
            return query.answer();
        } finally {
            cancelling.close();
        }
    }

    private static long[] numbers(ResultSet row) throws SQLException {
        try (row) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    private static long hand(DuckDBChunkedResult result, PairTaker taker) throws SQLException {
        long rows = 0;
        try (result) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                DuckDBReadableVector high = chunk.vector(0);
                DuckDBReadableVector low = chunk.vector(1);
                for (long row = 0; row < chunk.rowCount(); row++) {
                    taker.take(high.getLong(row), low.getLong(row));
                }
                rows += chunk.rowCount();
            }
        }
        return rows;
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException over) {
            // It ended by itself.
        }
    }

    private static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%dB", bytes);
    }

    private interface Query<T> {
        T answer() throws SQLException;
    }

    /** Takes two numbers. */
    @FunctionalInterface
    interface PairTaker {
        void take(long high, long low);
    }
}
