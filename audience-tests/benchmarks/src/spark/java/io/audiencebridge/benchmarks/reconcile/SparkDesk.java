// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.adapter.enginespark.SparkEngineFactory;
import io.audiencebridge.adapter.enginespark.SparkEngineSettings;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Where a side on Spark takes its commands, as {@link MatchingDesk}. The session is started before the first of them, so that no turn pays for it. */
public final class SparkDesk {
    private static final long SEED = 4711;

    /** For each processor; Spark puts them together again where they turn out small. */
    private static final int PARTITIONS = 4;

    private SparkDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = session()) {
            MatchingDesk.serve(arguments, engine(arguments[0], session));
        }
    }

    private static SparkSession session() {
        int partitions = PARTITIONS * Runtime.getRuntime().availableProcessors();
        return SparkSession.builder()
                .master("local[*]")
                .appName("audience-benchmarks")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", partitions)
                .getOrCreate();
    }

    private static Engine engine(String name, SparkSession session) {
        return switch (name) {
            case "spark" -> new SparkSql(session);
            case "ours-spark" ->
                new OurEngine(new SparkEngineFactory()
                        .open(SparkEngineSettings.builder().session(session).build(), Runnable::run, SEED)
                        .get());
            case "ours-spark-datasets" -> new OurDatasets(session);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
