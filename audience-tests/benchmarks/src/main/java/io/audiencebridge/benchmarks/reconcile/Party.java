// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A side in a process of its own, and its figures in milliseconds. */
final class Party implements AutoCloseable {
    /** The heap of the sides on Spark, and of no other. */
    private static final String SPARKS = "6g";

    /** Sides and the heap that each gets: DuckDB's memory lies outside. */
    private static final Map<String, String> HEAPS = Map.ofEntries(
            Map.entry("ours", "4g"),
            Map.entry("ours-one-file", "4g"),
            Map.entry("ours-duckdb", "1g"),
            Map.entry("ours-spark", SPARKS),
            Map.entry("ours-spark-datasets", SPARKS),
            Map.entry("plain", "9g"),
            Map.entry("hashmap", "9g"),
            Map.entry("duckdb-integer", "1g"),
            Map.entry("duckdb-varchar", "1g"),
            Map.entry("spark", SPARKS),
            Map.entry("inflate", "1g"));

    /** Ends the name of a Java side whose heap lies in large pages, where the machine lets those have them who ask. */
    private static final String HUGE_PAGES = "-huge-pages";

    private static final int ANSWERS = 5;

    /** A side that was at work for so long has compiled what it runs: another warm-up would only keep the machine. */
    private static final long WARM = 20_000_000_000L;

    private final String side;
    private final Worker worker;
    private final Samples wall = new Samples();
    private final Samples processor = new Samples();
    private final Samples allocated = new Samples();
    private long peak;
    private boolean warm;

    private Party(String side, Worker worker) {
        this.side = side;
        this.worker = worker;
    }

    /**
     * Looks whether {@code side} could start.
     *
     * @throws Benchmark.Refused when there is no such side, or it needs Spark and that is not there
     */
    static void check(String side, SparkFolder spark) {
        if (heap(side).equals(SPARKS)) {
            spark.classPath();
            spark.desk();
        }
    }

    /** Starts {@code side}; {@code spark} is where those that need Spark find it. */
    static Party start(String side, Crowd crowd, SparkFolder spark) throws IOException {
        String engine = engine(side);
        String heap = heap(side);
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        if (!engine.equals(side)) {
            options.add("-XX:+UseTransparentHugePages");
        }
        List<String> arguments =
                List.of(engine, crowd.folder().toString(), crowd.keys().name().toLowerCase(Locale.ROOT));
        if (!heap.equals(SPARKS)) {
            return new Party(side, Worker.java(side, MatchingDesk.class, options, arguments));
        }
        options.addAll(SparkFolder.OPTIONS);
        return new Party(side, Worker.java(side, spark.classPath(), spark.desk(), options, arguments));
    }

    private static String heap(String side) {
        String heap = HEAPS.get(engine(side));
        if (heap == null) {
            throw new Benchmark.Refused("--engine takes some of " + new TreeSet<>(HEAPS.keySet()) + ", each also with "
                    + HUGE_PAGES + " behind it, not '" + side + "'");
        }
        return heap;
    }

    private static String engine(String side) {
        return side.endsWith(HUGE_PAGES) ? side.substring(0, side.length() - HUGE_PAGES.length()) : side;
    }

    String side() {
        return side;
    }

    Counts verify() throws IOException {
        String[] told = answer();
        warm = Long.parseLong(told[1]) > WARM;
        return Counts.of(told[0]);
    }

    /** Whether its last match took so long that it needs no other before it is measured. */
    boolean isWarm() {
        return warm;
    }

    void measure() throws IOException {
        String[] told = answer();
        wall.add(Long.parseLong(told[1]) / 1e6);
        processor.add(Long.parseLong(told[2]) / 1e6);
        allocated.add(Double.parseDouble(told[3]));
        peak = Long.parseLong(told[4]);
    }

    Samples wall() {
        return wall;
    }

    Samples processor() {
        return processor;
    }

    /** Bytes that its threads allocated in a match, the middle one. */
    double allocated() {
        return allocated.median();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: milliseconds %s; of processor time %s; peak memory %,d MiB; allocated on its Java threads %,.0f MiB",
                side,
                wall,
                processor,
                peak >> 20,
                allocated.median() / (1 << 20));
    }

    @Override
    public void close() {
        worker.close();
    }

    private String[] answer() throws IOException {
        String[] told = worker.ask("match").split(";", -1);
        if (told.length != ANSWERS) {
            throw new Benchmark.Refused(side + " answered '" + told[0] + "'");
        }
        return told;
    }
}
