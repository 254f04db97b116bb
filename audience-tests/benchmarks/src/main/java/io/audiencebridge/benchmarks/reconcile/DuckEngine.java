// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * DuckDB over the files.
 *
 * @param type of the keys: {@code HUGEINT} as its tuning guide would have it, or {@code VARCHAR} as people write
 */
record DuckEngine(String type) implements Engine {
    /** The first 128 bits of a hash as an integer, as our engine takes them. */
    private static final String HALVES =
            "(('0x' || substr(key, 1, 16))::UBIGINT::HUGEINT - 9223372036854775808::HUGEINT) * 18446744073709551616::HUGEINT + ('0x' || substr(key, 17, 16))::UBIGINT::HUGEINT";

    @Override
    public Counts match(Crowd crowd) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET preserve_insertion_order = false");
            boolean halves = crowd.keys() == Keys.SHA256 && type.equals("HUGEINT");
            if (crowd.keys() == Keys.DECLARED && type.equals("HUGEINT")) {
                throw new IOException("plain declared ids are no integers; use duckdb-varchar");
            }
            String read = halves ? "VARCHAR" : type;
            String key = halves ? HALVES : "key";
            statement.execute("CREATE TEMP TABLE m AS SELECT DISTINCT " + key + " AS key FROM "
                    + parts(crowd.folder(), "members", "{'key': '" + read + "'}"));
            statement.execute("CREATE TEMP TABLE l AS SELECT DISTINCT m.key AS key, r.id AS id FROM m JOIN (SELECT id, "
                    + key + " AS key FROM "
                    + parts(crowd.folder(), "recipients", "{'id': 'BIGINT', 'key': '" + read + "'}")
                    + ") r ON m.key = r.key");
            return counts(statement);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private static Counts counts(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "WITH n AS (SELECT count(*) AS several FROM l GROUP BY key), i AS (SELECT DISTINCT id FROM l)"
                        + " SELECT (SELECT count(*) FROM n WHERE several = 1), (SELECT count(*) FROM n WHERE several > 1),"
                        + " (SELECT count(*) FROM m) - (SELECT count(*) FROM n), (SELECT count(*) FROM i),"
                        + " (SELECT sum(id) FROM i), (SELECT bit_xor(id) FROM i)")) {
            row.next();
            return new Counts(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        }
    }

    private static String parts(Path folder, String name, String columns) {
        return "read_csv('" + folder.resolve(name + "-*.gz").toString().replace("'", "''") + "', columns = " + columns
                + ", header = false, auto_detect = false, delim = '\t', quote = '')";
    }
}
