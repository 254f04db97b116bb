// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static io.audiencebridge.adapter.enginespark.frames.Columns.HIGH;
import static io.audiencebridge.adapter.enginespark.frames.Columns.LOW;
import static io.audiencebridge.adapter.enginespark.frames.Columns.OUT;
import static io.audiencebridge.adapter.enginespark.frames.Columns.RECIPIENT_HIGH;
import static io.audiencebridge.adapter.enginespark.frames.Columns.RECIPIENT_LOW;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Recipients sorted into shared, already shared and complement, as a local share sorts them (SEMANTICS S13, S23). Holds a dataset in the cluster until it is closed. */
public final class Sharing implements AutoCloseable {
    private static final String SUPPRESSED = "suppressed";
    private static final String KNOWN = "known";
    private static final String VALID = "valid";
    private static final String FRESH = "fresh";
    private static final String[] KEY = {HIGH, LOW};

    private final Dataset<Row> rows;
    private final Dataset<Row> known;
    private final boolean byVisitorId;

    private Sharing(Dataset<Row> rows, Dataset<Row> known, boolean byVisitorId) {
        this.rows = rows;
        this.known = known;
        this.byVisitorId = byVisitorId;
    }

    /**
     * A sharing; nothing runs yet.
     *
     * @param recipients with the columns {@code id}, {@code key} and {@code out}, if there is one
     * @param othersOut people who opted out, in the same columns
     * @param known fingerprints of what was shared before, of the shape {@link Columns#KEYS}
     */
    public static Sharing of(
            Dataset<Row> recipients,
            String id,
            String key,
            Optional<String> out,
            Optional<Dataset<Row>> othersOut,
            PackedKey kind,
            Dataset<Row> known) {
        Dataset<Row> packed = Packing.shared(recipients, id, key, out, kind);
        Dataset<Row> silent = packed.filter(col(OUT).and(col(HIGH).isNotNull())).select(HIGH, LOW);
        Dataset<Row> others = othersOut
                .map(people -> silent.union(Packing.shared(people, id, key, Optional.empty(), kind)
                        .filter(col(HIGH).isNotNull())
                        .select(HIGH, LOW)))
                .orElse(silent);
        Dataset<Row> marked = packed.join(others.distinct().withColumn(SUPPRESSED, lit(true)), KEY, "left")
                .join(known.distinct().withColumn(KNOWN, lit(true)), KEY, "left")
                .withColumn(SUPPRESSED, coalesce(col(SUPPRESSED), lit(false)))
                .withColumn(KNOWN, coalesce(col(KNOWN), lit(false)))
                .withColumn(VALID, col(HIGH).isNotNull().and(not(col(SUPPRESSED))))
                .withColumn(FRESH, col(VALID).and(not(col(KNOWN))))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Sharing(marked, known, kind.field().isEmpty());
    }

    /** Keys in wire form that are new, each once. */
    public Dataset<Row> rows() {
        return rows.filter(col(FRESH)).dropDuplicates(KEY).select(Packing.WIRE);
    }

    /** The fingerprints of {@link #rows()}. */
    public Dataset<Row> fingerprints() {
        return rows.filter(col(FRESH)).select(HIGH, LOW).distinct();
    }

    /** Counts. Runs jobs; the driver gets a row of counts from each. */
    public ExportTally tally() {
        Row counts = people().agg(
                        total(lit(true)),
                        total(col("class").equalTo("shared")),
                        total(col("class").equalTo("known")),
                        total(col("class").equalTo("out")),
                        total(col("class").equalTo("invalid")),
                        total(col("class").equalTo("keyless")))
                .first();
        long keyless = counts.getLong(5);
        long stillThere = rows.filter(col(VALID).and(col(KNOWN)))
                .select(HIGH, LOW)
                .distinct()
                .count();
        return ExportTally.builder()
                .read(counts.getLong(0))
                .shared(counts.getLong(1))
                .alreadyShared(counts.getLong(2))
                .staying(known.distinct().count() - stillThere)
                .rows(fingerprints().count())
                .complement(Complement.builder()
                        .optedOut(counts.getLong(3))
                        .invalid(counts.getLong(4))
                        .noVisitorId(byVisitorId ? keyless : 0)
                        .noDeclaredId(byVisitorId ? 0 : keyless)
                        .build())
                .build();
    }

    /** Gives back what the cluster holds. */
    @Override
    public void close() {
        rows.unpersist();
    }

    /** A person has one class, the first that fits. */
    private Dataset<Row> people() {
        Column silenced = max(col(SUPPRESSED));
        return rows.groupBy(RECIPIENT_HIGH, RECIPIENT_LOW)
                .agg(when(max(OUT).or(silenced.and(not(max(col(VALID))))), "out")
                        .when(max(col(FRESH)), "shared")
                        .when(max(col(VALID)), "known")
                        .when(max(col(Packing.KEYED)), "invalid")
                        .otherwise("keyless")
                        .as("class"));
    }

    private static Column total(Column which) {
        return coalesce(sum(when(which, 1L)), lit(0L));
    }
}
