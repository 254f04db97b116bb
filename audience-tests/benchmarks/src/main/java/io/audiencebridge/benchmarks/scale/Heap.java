// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.scale;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The smallest heap in which the engine in memory matches, everything included, by halving: each heap is a process of its own, whose counts must be what arithmetic says. A
 * process that runs out of memory has not passed.
 */
public final class Heap implements Benchmark {
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 80;
    private static final int YOUNG_MIB = 8;
    private static final int SMALLEST_MIB = 2 * YOUNG_MIB;

    /** Heaps that differ by less are the same. */
    private static final double FINE = 0.01;

    /** The benchmark. */
    public Heap() {}

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String usage() {
        return "[--members N] [--recipients N] [--collector g1|serial]: bytes of the smallest heap a member's key";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 10_000_000, "recipients", 10_000_000);
    }

    @Override
    public Map<String, String> texts() {
        return Map.of("collector", "g1");
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        List<String> collector = collector(options.text("collector"));
        Multitude multitude = new Multitude(options.number("members"), options.number("recipients"));
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, of whom %,d have a key of their own, %,d recipients, collector %s; %s",
                name(),
                multitude.members(),
                multitude.distinct(),
                multitude.recipients(),
                options.text("collector"),
                Machine.description()));
        String expected = multitude.expected();
        int passed = mebibytes(multitude, MOST_BYTES) + SMALLEST_MIB;
        int failed = Math.max(SMALLEST_MIB - 1, mebibytes(multitude, FEWEST_BYTES));
        if (!passes(multitude, expected, collector, passed, out)) {
            throw new Refused("The engine runs out of memory even in " + passed + " MiB of heap");
        }
        while (passed - failed > Math.max(1, passed * FINE)) {
            int middle = (passed + failed) / 2;
            if (passes(multitude, expected, collector, middle, out)) {
                passed = middle;
            } else {
                failed = middle;
            }
        }
        out.println("smallest heap: " + passed + " MiB, to within 1 in 100");
        out.println(String.format(
                Locale.ROOT, "ratio heap-bytes-per-key %.1f", (double) ((long) passed << 20) / multitude.distinct()));
    }

    /** The serial one leaves the old generation all but a few MiB, and needs no room to move things to. */
    private static List<String> collector(String name) {
        return switch (name) {
            case "g1" -> List.of("-XX:+UseG1GC");
            case "serial" -> List.of("-XX:+UseSerialGC", "-Xmn" + YOUNG_MIB + "m");
            default -> throw new Refused("--collector must be g1 or serial, but is '" + name + "'");
        };
    }

    private static int mebibytes(Multitude multitude, int bytesPerKey) {
        return Math.toIntExact((multitude.distinct() * bytesPerKey) >> 20);
    }

    private static boolean passes(
            Multitude multitude, String expected, List<String> collector, int mebibytes, PrintStream out)
            throws IOException {
        String[] told = told(multitude, collector, mebibytes).split(";", -1);
        boolean passed = told.length > 1;
        if (passed && !told[0].equals(expected)) {
            throw new Refused("Found " + told[0] + ", but there are " + expected);
        }
        out.println(
                passed
                        ? String.format(
                                Locale.ROOT, "%d MiB: passed in %.1f seconds", mebibytes, Long.parseLong(told[1]) / 1e9)
                        : mebibytes + " MiB: out of memory");
        return passed;
    }

    /** What the process said; empty if it ran out of memory. */
    private static String told(Multitude multitude, List<String> collector, int mebibytes) throws IOException {
        List<String> heap = new ArrayList<>(collector);
        heap.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m"));
        try (Worker desk = Worker.java("matching", ScalingDesk.class, heap, List.of(ScalingDesk.ALL_OF_THE_HEAP))) {
            String line = desk.ask(multitude.members() + " " + multitude.recipients());
            return line.startsWith(OUT_OF_MEMORY) ? "" : line;
        }
    }
}
