// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The import of a second day, on which 1% of the recipients have changed: out of a kept copy that takes over the changes, and by reading everybody anew. First both must find the same;
 * then they take turns, each in a process of its own. Visitor ids only.
 */
public final class Incremental implements Benchmark {
    private static final int WARM_UPS = 5;

    /** The benchmark. */
    public Incremental() {}

    @Override
    public String name() {
        return "incremental";
    }

    @Override
    public String usage() {
        return "[--members N] [--recipients N] [--parts N] [--rounds N]: a daily import out of a kept copy of recipients, beside one that reads everybody";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "recipients", 2_000_000, "parts", 8, "rounds", 5);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, %,d recipients of whom 1%% changed, visitor ids, %d parts; %s",
                name(),
                options.number("members"),
                options.number("recipients"),
                options.number("parts"),
                Machine.description()));
        Path folder = Files.createTempDirectory("audience-benchmarks");
        try {
            new Population(folder)
                    .write(options.number("members"), options.number("recipients"), options.number("parts"));
            compare(folder, options.number("rounds"), out);
        } finally {
            delete(folder);
        }
    }

    private static void compare(Path folder, int rounds, PrintStream out) throws IOException {
        try (Side full = Side.start("everybody read anew", "full", folder);
                Side kept = Side.start("kept copy", "kept", folder)) {
            String found = full.ask().found();
            if (!found.equals(kept.ask().found())) {
                throw new Refused("The sides do not find the same: full " + found + ", kept "
                        + kept.ask().found());
            }
            out.println("equal: " + found);
            for (int i = 0; i < WARM_UPS; i++) {
                full.ask();
                kept.ask();
            }
            for (int round = 0; round < rounds; round++) {
                full.measure();
                kept.measure();
            }
            out.println(full);
            out.println(kept);
            if (!full.wall.isQuiet() || !kept.wall.isQuiet()) {
                out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
            }
            out.println(String.format(
                    Locale.ROOT, "ratio incremental-cpu %.2f", kept.processor.median() / full.processor.median()));
            out.println(String.format(Locale.ROOT, "ratio incremental %.2f", kept.wall.median() / full.wall.median()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What a side answered. */
    private record Answer(String found, long nanos, long processor) {}

    /** A side in a process of its own, and its figures in milliseconds. */
    private static final class Side implements AutoCloseable {
        private final String title;
        private final Worker worker;
        private final Samples wall = new Samples();
        private final Samples processor = new Samples();

        private Side(String title, Worker worker) {
            this.title = title;
            this.worker = worker;
        }

        static Side start(String title, String side, Path folder) throws IOException {
            return new Side(
                    title, Worker.java(title, ImportDesk.class, List.of("-Xmx3g"), List.of(side, folder.toString())));
        }

        Answer ask() throws IOException {
            String[] told = worker.ask("import").split(";", -1);
            return new Answer(told[0], Long.parseLong(told[1]), Long.parseLong(told[2]));
        }

        void measure() throws IOException {
            Answer answer = ask();
            wall.add(answer.nanos() / 1e6);
            processor.add(answer.processor() / 1e6);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: milliseconds %s; of processor time %s", title, wall, processor);
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
