// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Spark over the files, in its SQL. */
record SparkSql(SparkSession session) implements Engine {
    private static final String ID = "cast(substring_index(value, '\t', 1) AS bigint) AS id";

    @Override
    public Counts match(Crowd crowd) {
        String[] key = key(crowd.keys());
        String columns = crowd.keys() == Keys.ECID ? "h, l" : "key";
        lines(crowd, "members").selectExpr(key).createOrReplaceTempView("members");
        String[] recipient = Arrays.copyOf(key, key.length + 1);
        recipient[key.length] = ID;
        lines(crowd, "recipients").selectExpr(recipient).createOrReplaceTempView("recipients");
        Dataset<Row> distinct = kept("SELECT DISTINCT " + columns + " FROM members", "m");
        Dataset<Row> links = kept(
                "SELECT /*+ SHUFFLE_HASH(m) */ DISTINCT " + columns + ", id FROM m JOIN recipients USING (" + columns
                        + ")",
                "links");
        try {
            return counts(distinct.count(), columns);
        } finally {
            links.unpersist();
            distinct.unpersist();
        }
    }

    private Counts counts(long members, String columns) {
        Row keys = session.sql("SELECT count_if(n = 1), count_if(n > 1) FROM (SELECT count(*) AS n FROM links GROUP BY "
                        + columns + ")")
                .first();
        Row ids = session.sql(
                        "SELECT count(*), coalesce(sum(id), 0), coalesce(bit_xor(id), 0) FROM (SELECT DISTINCT id FROM links)")
                .first();
        long matched = keys.getLong(0);
        long ambiguous = keys.getLong(1);
        return new Counts(
                matched, ambiguous, members - matched - ambiguous, ids.getLong(0), ids.getLong(1), ids.getLong(2));
    }

    /** The key at the end of a line in the fewest bytes: a visitor id as two numbers, the first 128 bits of a hash, other ids as they are. */
    private static String[] key(Keys keys) {
        return switch (keys) {
            case ECID ->
                new String[] {
                    "cast(substring(value, -38, 19) AS bigint) AS h", "cast(substring(value, -19) AS bigint) AS l"
                };
            case SHA256 -> new String[] {"unhex(substring(value, -64, 32)) AS key"};
            case DECLARED -> new String[] {"substring_index(value, '\t', -1) AS key"};
        };
    }

    private Dataset<Row> kept(String query, String name) {
        Dataset<Row> rows = session.sql(query).persist(StorageLevel.MEMORY_AND_DISK());
        rows.createOrReplaceTempView(name);
        return rows;
    }

    private Dataset<Row> lines(Crowd crowd, String name) {
        return session.read().text(crowd.folder().resolve(name + "-*.gz").toString());
    }
}
