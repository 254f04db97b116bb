// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.scale;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.NoiseCheck;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The engine in memory, with rows that are made while it reads: what a row costs among few and among many. The counts must be what arithmetic says, or there is no figure. */
public final class Scale implements Benchmark {
    private static final long FEW = 3_000_000;

    /** A virtual machine may take several microseconds to give a page for the first time; only the many would pay for it. */
    private static final String TOUCHED = "-XX:+AlwaysPreTouch";

    /** The benchmark. */
    public Scale() {}

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String usage() {
        return "[--members N] [--recipients N] [--rounds N] [--heap GIB]: nanoseconds a row, beside 3,000,000 rows in the same proportion";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 10_000_000, "recipients", 10_000_000, "rounds", 5, "heap", 8);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException, InterruptedException {
        Multitude many = new Multitude(options.number("members"), options.number("recipients"));
        Multitude few = few(many);
        String heap = options.number("heap") + "g";
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, %,d recipients, heap %s; %s",
                name(),
                many.members(),
                many.recipients(),
                heap,
                Machine.description()));
        out.println(NoiseCheck.spin());
        try (Worker desk =
                Worker.java("matching", ScalingDesk.class, List.of("-Xms" + heap, "-Xmx" + heap, TOUCHED), List.of())) {
            measure(desk, few);
            measure(desk, few);
            Samples small = new Samples();
            for (int round = 0; round < options.number("rounds"); round++) {
                small.add(measure(desk, few).nanosARow());
            }
            Measured large = measure(desk, many);
            out.println("equal: " + large.found());
            out.println(String.format(
                    Locale.ROOT, "%,d rows: nanoseconds a row %s", few.members() + few.recipients(), small));
            out.println(String.format(
                    Locale.ROOT,
                    "%,d rows: nanoseconds a row %,.0f, %,.1f seconds in all; making rows alone takes one thread %,.0f a row",
                    many.members() + many.recipients(),
                    large.nanosARow(),
                    large.nanos() / 1e9,
                    large.makingARow()));
            if (!small.isQuiet()) {
                out.println("noisy: best and worst differ by more than half; repeat on a quiet machine");
            }
            out.println(String.format(Locale.ROOT, "ratio scale-growth %.2f", large.nanosARow() / small.median()));
        }
    }

    /** A row of a member costs other work than one of a recipient, so that both crowds must be made up alike. */
    private static Multitude few(Multitude many) {
        long all = many.members() + many.recipients();
        long rows = Math.min(FEW, all);
        long members = rows * many.members() / all;
        return new Multitude(members, rows - members);
    }

    private static Measured measure(Worker desk, Multitude multitude) throws IOException {
        String[] told =
                desk.ask(multitude.members() + " " + multitude.recipients()).split(";", -1);
        if (!told[0].equals(multitude.expected())) {
            throw new Refused("Found " + told[0] + ", but there are " + multitude.expected());
        }
        long rows = multitude.members() + multitude.recipients();
        return new Measured(told[0], Long.parseLong(told[1]), Long.parseLong(told[2]), rows);
    }

    private record Measured(String found, long nanos, long making, long rows) {
        double nanosARow() {
            return (double) nanos / rows;
        }

        double makingARow() {
            return (double) making / rows;
        }
    }
}
