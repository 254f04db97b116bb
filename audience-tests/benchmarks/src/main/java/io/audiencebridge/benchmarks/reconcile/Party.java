// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A side in a process of its own, and its figures in milliseconds. */
final class Party implements AutoCloseable {
    /** Sides and the heap that each gets: DuckDB's memory lies outside. */
    private static final Map<String, String> HEAPS = Map.of(
            "ours",
            "4g",
            "ours-one-file",
            "4g",
            "ours-duckdb",
            "1g",
            "plain",
            "9g",
            "hashmap",
            "9g",
            "duckdb-integer",
            "1g",
            "duckdb-varchar",
            "1g",
            "inflate",
            "1g");

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

    static Party start(String side, Crowd crowd) throws IOException {
        String heap = HEAPS.get(engine(side));
        if (heap == null) {
            throw new Benchmark.Refused("--engine takes some of " + HEAPS.keySet() + ", each also with " + HUGE_PAGES
                    + " behind it, not '" + side + "'");
        }
        List<String> options = List.of("-Xms" + heap, "-Xmx" + heap);
        return start(
                side,
                crowd,
                engine(side).equals(side)
                        ? options
                        : List.of(options.get(0), options.get(1), "-XX:+UseTransparentHugePages"));
    }

    private static String engine(String side) {
        return side.endsWith(HUGE_PAGES) ? side.substring(0, side.length() - HUGE_PAGES.length()) : side;
    }

    static Party start(String side, Crowd crowd, List<String> options) throws IOException {
        List<String> arguments = List.of(
                engine(side), crowd.folder().toString(), crowd.keys().name().toLowerCase(Locale.ROOT));
        return new Party(side, Worker.java(side, MatchingDesk.class, options, arguments));
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
