// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** E-mail addresses normalised and hashed per second, in one thread: our translator, two lines that people write, and the digest alone. Each in a process of its own. */
public final class Hash implements Benchmark {
    private static final int WARM_UPS = 3;

    /** Turns of the fast sides a round. */
    private static final int TURNS = 3;

    /** The benchmark. */
    public Hash() {}

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public String usage() {
        return "[--members N] [--rounds N]: e-mail addresses normalised and hashed per second, beside String.format, HexFormat and the digest alone";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "rounds", 5);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        int members = options.number("members");
        out.println(String.format(Locale.ROOT, "%s: %,d e-mails; %s", name(), members, Machine.description()));
        try (Side ours = new Side("our translator", "ours", members);
                Side naive = new Side("getInstance and String.format", "naive", members);
                Side digits = new Side("one digest and HexFormat", "hexformat", members);
                Side floor = new Side("the digest alone", "digest", members)) {
            List<Side> all = List.of(ours, naive, digits, floor);
            out.println("equal: " + agreed(all));
            for (int i = 0; i < WARM_UPS; i++) {
                ours.ask();
                digits.ask();
                floor.ask();
            }
            for (int round = 0; round < options.number("rounds"); round++) {
                for (Side side : all) {
                    for (int turn = 0; turn < (side == naive ? 1 : TURNS); turn++) {
                        side.measure();
                    }
                }
            }
            all.forEach(out::println);
            if (!all.stream().allMatch(side -> side.speed.isQuiet())) {
                out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
            }
            ratio(out, "hash-floor", ours, floor);
            ratio(out, "hash-hexformat", ours, digits);
            ratio(out, "hash-naive", ours, naive);
        }
    }

    private static String agreed(List<Side> all) throws IOException {
        String first = all.get(0).digest();
        for (Side other : all.subList(1, all.size())) {
            String digest = other.digest();
            if (!digest.equals(first)) {
                throw new Refused("The sides do not hash the same: ours " + first + ", " + other.title + " " + digest);
            }
        }
        return "all hashes of every side, with digest " + first;
    }

    private static void ratio(PrintStream out, String name, Side one, Side other) {
        out.println(String.format(Locale.ROOT, "ratio %s %.2f", name, one.speed.median() / other.speed.median()));
    }

    /** One way, and its figures. */
    private static final class Side implements AutoCloseable {
        private final String title;
        private final int members;
        private final Worker worker;
        private final Samples speed = new Samples();
        private double allocated;

        Side(String title, String name, int members) throws IOException {
            this.title = title;
            this.members = members;
            this.worker = Worker.java(title, HashDesk.class, List.of(), List.of(name, Integer.toString(members)));
        }

        String digest() throws IOException {
            return worker.ask("verify");
        }

        String ask() throws IOException {
            return worker.ask("time");
        }

        void measure() throws IOException {
            String[] told = ask().split(" ", -1);
            speed.add(members * 1e9 / Long.parseLong(told[0]));
            allocated = (double) Long.parseLong(told[1]) / members;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s: rows per second %s; allocates %.1f bytes a row", title, speed, allocated);
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
