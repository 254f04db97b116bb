// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import com.sun.management.OperatingSystemMXBean;
import io.audiencebridge.adapter.engineduckdb.DuckEngineFactory;
import io.audiencebridge.adapter.engineduckdb.DuckEngineSettings;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where a side takes its commands: any line lets it match once. It answers counts, nanoseconds, nanoseconds of processor time, bytes allocated by its
 * threads, and the most memory it ever had. Arguments: side, folder, keys. */
public final class MatchingDesk {
    private static final long SEED = 4711;

    /** The heap alone decides. */
    private static final long ROOM = Long.MAX_VALUE;

    private MatchingDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        try {
            serve(arguments, engine(arguments[0], threads, helpers));
        } finally {
            helpers.shutdownNow();
        }
    }

    /** Lets {@code engine} match until standard input ends. */
    static void serve(String[] arguments, Engine engine) throws IOException {
        Crowd crowd = new Crowd(Path.of(arguments[1]), Keys.of(arguments[2]));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (commands.readLine() != null) {
                System.gc();
                long processor = system.getProcessCpuTime();
                long allocated = Memory.allocated();
                long begun = System.nanoTime();
                Counts counts = engine.match(crowd);
                long taken = System.nanoTime() - begun;
                System.out.println(counts + ";" + taken + ";" + (system.getProcessCpuTime() - processor) + ";"
                        + (Memory.allocated() - allocated) + ";" + Memory.peak());
                System.out.flush();
            }
        }
    }

    private static Engine engine(String name, int threads, ExecutorService helpers) {
        return switch (name) {
            case "ours", "ours-one-file" -> new OurEngine(new PackedReconciler(helpers, threads, SEED, ROOM)::match);
            case "ours-duckdb" ->
                new OurEngine(new DuckEngineFactory()
                        .open(DuckEngineSettings.builder().build(), helpers, SEED)
                        .get());
            case "plain" -> new OurEngine(new PlainReconciler()::match);
            case "hashmap" -> new MapEngine();
            case "duckdb-integer" -> new DuckEngine("HUGEINT");
            case "duckdb-varchar" -> new DuckEngine("VARCHAR");
            case "inflate" -> new InflateOnly(threads);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
