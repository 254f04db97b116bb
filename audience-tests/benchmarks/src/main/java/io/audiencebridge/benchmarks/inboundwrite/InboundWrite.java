// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.inboundwrite;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows per second of our inbound writer beside what people write and DuckDB, on the same members, each side in a process of its own. First all write files that
 * must hold the same rows; then they take turns.
 */
public final class InboundWrite implements Benchmark {
    /** Writings before the clock runs, beside the one that is looked at: ours is over so soon that its compiler has seen little of it. */
    private static final int WARM_UPS = 4;

    /** Writings of ours a round. */
    private static final int WRITINGS = 3;

    /** The benchmark. */
    public InboundWrite() {}

    @Override
    public String name() {
        return "inbound-write";
    }

    @Override
    public String usage() {
        return "[--members N] [--rounds N]: rows per second into gzip files, beside StringBuilder, String.format and DuckDB";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "rounds", 5);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        int members = options.number("members");
        out.println(
                String.format(Locale.ROOT, "%s: %,d members, visitor ids; %s", name(), members, Machine.description()));
        try (Contender ours = Contender.start("our writer", "ours", members);
                Contender builder = Contender.start("StringBuilder and GZIPOutputStream", "builder", members);
                Contender format = Contender.start("String.format and GZIPOutputStream", "format", members);
                Contender duck = Contender.start("DuckDB's COPY", "duckdb", members)) {
            List<Contender> all = List.of(ours, builder, format, duck);
            out.println("equal: " + agreed(all, members));
            for (int i = 0; i < WARM_UPS; i++) {
                ours.warmUp();
            }
            for (int round = 0; round < options.number("rounds"); round++) {
                round(all, ours);
            }
            all.forEach(out::println);
            if (!ours.speed().isQuiet() || !builder.speed().isQuiet()) {
                out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
            }
            out.println(String.format(
                    Locale.ROOT,
                    "ratio %s %.1f",
                    name(),
                    ours.speed().median() / builder.speed().median()));
        }
    }

    private static String agreed(List<Contender> all, int members) throws IOException {
        Turn first = all.get(0).verify();
        if (first.rows() != members) {
            throw new Refused("Our files hold " + first.rows() + " rows of " + members + " members");
        }
        for (Contender other : all.subList(1, all.size())) {
            Turn turn = other.verify();
            if (!turn.digest().equals(first.digest())) {
                throw new Refused("The sides do not write the same: " + first.rows() + " rows with digest "
                        + first.digest() + ", and " + turn.rows() + " with " + turn.digest());
            }
        }
        return first.rows() + " rows in every side's files, with digest " + first.digest();
    }

    private static void round(List<Contender> all, Contender ours) throws IOException {
        for (Contender one : all) {
            for (int i = 0; i < (one == ours ? WRITINGS : 1); i++) {
                one.measure();
            }
        }
    }
}
