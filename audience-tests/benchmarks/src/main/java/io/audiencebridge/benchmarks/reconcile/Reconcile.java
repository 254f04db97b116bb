// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Members matched with recipients, from gzip files to the recipients who enter, each side in a process of its own. First all must find the same; then they take turns. Visitor
 * ids only.
 */
public final class Reconcile implements Benchmark {
    private static final int WARM_UPS = 2;

    /** The benchmark. */
    public Reconcile() {}

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String usage() {
        return "[--members N] [--recipients N] [--parts N] [--rounds N]: from gzip files to a list, beside a hash map, DuckDB and inflating alone";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "recipients", 2_000_000, "parts", 8, "rounds", 5);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        int members = options.number("members");
        int recipients = options.number("recipients");
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, %,d recipients, visitor ids, %d parts; %s",
                name(),
                members,
                recipients,
                options.number("parts"),
                Machine.description()));
        Path folder = Files.createTempDirectory("audience-benchmarks");
        try {
            new Crowd(folder).write(members, recipients, options.number("parts"));
            compare(folder, options.number("rounds"), out);
        } finally {
            delete(folder);
        }
    }

    private static void compare(Path folder, int rounds, PrintStream out) throws IOException {
        try (Party ours = Party.start("our engine", "ours", "4g", folder);
                Party map = Party.start("HashMap of String", "map", "9g", folder);
                Party integers = Party.start("DuckDB, keys as HUGEINT", "duckdb-integer", "1g", folder);
                Party text = Party.start("DuckDB, keys as VARCHAR", "duckdb-text", "1g", folder);
                Party floor = Party.start("inflating alone", "inflate", "1g", folder)) {
            out.println("equal: " + agreed(List.of(ours, map, integers, text)));
            for (int i = 0; i < WARM_UPS; i++) {
                ours.verify();
                floor.verify();
            }
            List<Party> all = List.of(ours, map, integers, text, floor);
            for (int round = 0; round < rounds; round++) {
                for (Party one : all) {
                    one.measure();
                }
            }
            all.forEach(out::println);
            if (!ours.wall().isQuiet() || !floor.wall().isQuiet()) {
                out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
            }
            ratio(
                    out,
                    "reconcile-cpu-duckdb-varchar",
                    text,
                    ours,
                    one -> one.processor().median());
            ratio(
                    out,
                    "reconcile-wall-duckdb-integer",
                    integers,
                    ours,
                    one -> one.wall().median());
            ratio(out, "reconcile-wall-hashmap", map, ours, one -> one.wall().median());
            ratio(out, "reconcile-wall-floor", ours, floor, one -> one.wall().median());
        }
    }

    private static Counts agreed(List<Party> all) throws IOException {
        Counts first = all.get(0).verify();
        for (Party other : all.subList(1, all.size())) {
            Counts counts = other.verify();
            if (!counts.equals(first)) {
                throw new Refused("The sides do not find the same: ours " + first + ", another " + counts);
            }
        }
        return first;
    }

    private static void ratio(PrintStream out, String name, Party one, Party other, Function<Party, Double> figure) {
        out.println(String.format(Locale.ROOT, "ratio %s %.2f", name, figure.apply(one) / figure.apply(other)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
