// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static io.audiencebridge.adapter.enginespark.frames.Columns.HIGH;
import static io.audiencebridge.adapter.enginespark.frames.Columns.LOW;
import static io.audiencebridge.adapter.enginespark.frames.Columns.OUT;
import static io.audiencebridge.adapter.enginespark.frames.Columns.RECIPIENT_HIGH;
import static io.audiencebridge.adapter.enginespark.frames.Columns.RECIPIENT_LOW;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTally;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Packed members matched with packed recipients, as the reconciler in memory does it: recipients are compared, never counted. Holds two datasets in the cluster until it is
 * closed; the driver gets one row of counts.
 */
public final class Reconciliation implements AutoCloseable {
    private static final String ROWS = "n";
    private static final String NAMED = "named";
    private static final String SEVERAL = "several";

    private final Dataset<Row> links;
    private final Dataset<Row> keys;
    private final Dataset<Row> pairs;
    private final AmbiguityPolicy policy;

    /**
     * A reconciliation; nothing runs yet.
     *
     * @param members of the shape {@link Columns#KEYS}, one row each, null where the key is invalid
     * @param recipients of the shape {@link Columns#RECIPIENTS}, keys that are valid only
     */
    public Reconciliation(Dataset<Row> members, Dataset<Row> recipients, AmbiguityPolicy policy) {
        this.policy = policy;
        Dataset<Row> distinct = members.groupBy(HIGH, LOW).agg(count(lit(1)).as(ROWS));
        // Joined before they are grouped: of recipients hardly two share a key, so grouping them first would hold all
        // of them and save nothing. Kept, so that they are read and sent once.
        this.links =
                distinct.join(recipients, new String[] {HIGH, LOW}, "left").persist(StorageLevel.MEMORY_AND_DISK());
        this.keys = links.groupBy(HIGH, LOW)
                .agg(
                        max(ROWS).as(ROWS),
                        coalesce(max(OUT), lit(false)).as(OUT),
                        min(RECIPIENT_HIGH).as(RECIPIENT_HIGH),
                        min(RECIPIENT_LOW).as(RECIPIENT_LOW),
                        coalesce(differs(RECIPIENT_HIGH).or(differs(RECIPIENT_LOW)), lit(false))
                                .as(SEVERAL),
                        max(RECIPIENT_HIGH).isNotNull().as(NAMED));
        this.pairs = links.join(keys.filter(ambiguous()).select(HIGH, LOW), new String[] {HIGH, LOW}, "leftsemi")
                .select(HIGH, LOW, RECIPIENT_HIGH, RECIPIENT_LOW)
                .distinct()
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Counts. Runs jobs. {@code invalid} rows more, which never came here, are counted as read and invalid. */
    public MatchTally tally(long invalid) {
        Column valid = col(HIGH).isNotNull();
        Row counts = keys.agg(
                        total(lit(true), col(ROWS)),
                        total(not(valid), col(ROWS)),
                        total(valid, col(ROWS).minus(1)),
                        total(valid.and(col(OUT)), lit(1)),
                        total(single(), lit(1)),
                        total(ambiguous(), lit(1)),
                        total(valid.and(not(col(NAMED))), lit(1)))
                .first();
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(counts.getLong(0) + invalid)
                .invalid(counts.getLong(1) + invalid)
                .duplicate(counts.getLong(2));
        tally.suppressed(counts.getLong(3)).matched(counts.getLong(4)).ambiguous(counts.getLong(5));
        tally.unmatched(counts.getLong(6)).links(counts.getLong(4) + links(counts.getLong(5)));
        return tally.build();
    }

    /** The recipients who enter, each once: {@code rh} and {@code rl}. */
    public Dataset<Row> entering() {
        Dataset<Row> singles = keys.filter(single()).select(RECIPIENT_HIGH, RECIPIENT_LOW);
        return switch (policy) {
            case ALL ->
                singles.union(pairs.select(RECIPIENT_HIGH, RECIPIENT_LOW)).distinct();
            case FIRST -> singles.union(smallest()).distinct();
            case NONE -> singles.distinct();
        };
    }

    /** Gives back what the cluster holds. */
    @Override
    public void close() {
        pairs.unpersist();
        links.unpersist();
    }

    private Dataset<Row> smallest() {
        return pairs.groupBy(HIGH, LOW)
                .agg(Columns.smallestRecipient().as("least"))
                .select(
                        col("least.a").as(RECIPIENT_HIGH),
                        Columns.turned(col("least.b")).as(RECIPIENT_LOW));
    }

    private long links(long ambiguous) {
        return switch (policy) {
            case ALL -> pairs.count();
            case FIRST -> ambiguous;
            case NONE -> 0;
        };
    }

    private static Column differs(String name) {
        return min(name).notEqual(max(name));
    }

    private static Column single() {
        return col(NAMED).and(not(col(SEVERAL))).and(not(col(OUT)));
    }

    private static Column ambiguous() {
        return col(NAMED).and(col(SEVERAL)).and(not(col(OUT)));
    }

    private static Column total(Column which, Column number) {
        return coalesce(sum(when(which, number)), lit(0L)).cast("long");
    }
}
