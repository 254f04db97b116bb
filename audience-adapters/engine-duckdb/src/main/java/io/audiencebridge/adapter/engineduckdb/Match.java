// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.Matching;
import java.sql.SQLException;

/**
 * One match as the steps of a database. A key is the two numbers {@code h} and {@code l}, a recipient {@code rh} and {@code rl}; {@code o} is 1 where the recipient opted out.
 */
final class Match {
    /** Each key once: what comes again is a duplicate. */
    private static final String KEYS = "CREATE TABLE keys AS SELECT DISTINCT h, l FROM members()";

    private static final String HITS =
            "CREATE TABLE hits AS SELECT h, l, rh, rl, o FROM recipients() SEMI JOIN keys USING (h, l)";

    /** What is known of each key that somebody has. The same pair seen twice is one pair: recipients are compared, never counted. */
    private static final String NAMED = """
            CREATE TABLE named AS SELECT h, l, min(rh) AS rh, min(rl) AS rl, max(o) AS o,
              CASE WHEN min(rl) < max(rl) OR min(rh) < max(rh) THEN 1 ELSE 0 END AS several
            FROM hits GROUP BY h, l""";

    /** The pairs of the keys that several have; few as a rule. */
    private static final String PAIRS = """
            CREATE TABLE pairs AS SELECT DISTINCT h, l, rh, rl
            FROM hits SEMI JOIN (SELECT h, l FROM named WHERE several = 1 AND o = 0) USING (h, l)""";

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM keys), count(*), count(*) FILTER (WHERE o = 1),
              count(*) FILTER (WHERE o = 0 AND several = 0), count(*) FILTER (WHERE o = 0 AND several = 1),
              (SELECT count(*) FROM pairs)
            FROM named""";

    private static final String SINGLE = "SELECT rh, rl FROM named WHERE o = 0 AND several = 0";

    private static final String ALL = "SELECT DISTINCT rh, rl FROM pairs";

    /** The order of ids is signed by the first half and unsigned by the second; turning the highest bit makes the one into the other. */
    private static final String FIRST = """
            SELECT least.a, xor(least.b, -9223372036854775808)
            FROM (SELECT min({'a': rh, 'b': xor(rl, -9223372036854775808)}) AS least FROM pairs GROUP BY h, l)""";

    private final Database database;
    private final AmbiguityPolicy policy;

    Match(Database database, AmbiguityPolicy policy) {
        this.database = database;
        this.policy = policy;
    }

    void readMembers(MemberRows rows) throws SQLException {
        database.register("members", rows);
        database.run(KEYS);
    }

    void readRecipients(RecipientRows rows) throws SQLException {
        database.register("recipients", rows);
        database.run(HITS);
    }

    /** Counts {@code read} rows, of which {@code invalid} had no valid key, and collects who enters. */
    Matching settle(long read, long invalid) throws SQLException {
        database.run(NAMED);
        database.run(PAIRS);
        database.run("DROP TABLE hits");
        long[] counts = database.numbers(COUNTS);
        long keys = counts[0];
        long matched = counts[3];
        long ambiguous = counts[4];
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(read).invalid(invalid).duplicate(read - invalid - keys);
        tally.matched(matched).ambiguous(ambiguous).suppressed(counts[2]).unmatched(keys - counts[1]);
        tally.links(matched + links(ambiguous, counts[5]));
        IdSetBuilder entering = new IdSetBuilder();
        database.pairs(SINGLE, entering::add);
        if (policy != AmbiguityPolicy.NONE) {
            database.pairs(policy == AmbiguityPolicy.ALL ? ALL : FIRST, entering::add);
        }
        return new Matching(tally.build(), entering.build());
    }

    private long links(long ambiguous, long pairs) {
        return switch (policy) {
            case ALL -> pairs;
            case FIRST -> ambiguous;
            case NONE -> 0;
        };
    }
}
