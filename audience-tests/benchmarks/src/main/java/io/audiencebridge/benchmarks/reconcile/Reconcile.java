// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.NoiseCheck;
import io.audiencebridge.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Members matched with recipients, from gzip files to the recipients who enter, each side in a process of its own. First all must find the same; then they take turns.
 */
public final class Reconcile implements Benchmark {
    private static final int WARM_UPS = 2;
    private static final String NO_FOLDER = "new";

    /** The benchmark. */
    public Reconcile() {}

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String usage() {
        return "[--members N] [--recipients N] [--parts N] [--rounds N] [--keys ecid|sha256|declared] [--engine NAME,NAME] [--dir DIR] [--spark DIR]: from gzip files to a list;"
                + " engines: ours, ours-one-file, ours-duckdb, ours-spark, ours-spark-datasets, plain, hashmap, duckdb-integer, duckdb-varchar, spark, inflate;"
                + " NAME-huge-pages gives its Java large pages; --spark names the folder of Spark's jars, unless the build filled its own";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "recipients", 2_000_000, "parts", 8, "rounds", 5);
    }

    @Override
    public Map<String, String> texts() {
        return Map.of(
                "keys",
                "ecid",
                "engine",
                "ours,hashmap,duckdb-integer,duckdb-varchar,inflate",
                "dir",
                NO_FOLDER,
                "spark",
                SparkFolder.BUILT);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException, InterruptedException {
        SparkFolder spark = SparkFolder.of(options.text("spark"));
        sides(options).forEach(side -> Party.check(side, spark));
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, %,d recipients, keys %s, %d parts; %s",
                name(),
                options.number("members"),
                options.number("recipients"),
                options.text("keys"),
                options.number("parts"),
                Machine.description()));
        out.println(NoiseCheck.spin());
        boolean kept = !options.text("dir").equals(NO_FOLDER);
        Path folder = kept
                ? Files.createDirectories(Path.of(options.text("dir")))
                : Files.createTempDirectory("audience-benchmarks");
        try {
            Crowd crowd = new Crowd(folder, Keys.of(options.text("keys")));
            crowd.write(options.number("members"), options.number("recipients"), options.number("parts"));
            compare(crowd, options, out);
        } finally {
            if (!kept) {
                delete(folder);
            }
        }
    }

    private static List<String> sides(Options options) {
        return List.of(options.text("engine").split(",", -1));
    }

    private static void compare(Crowd crowd, Options options, PrintStream out) throws IOException {
        List<Party> all = new ArrayList<>();
        try {
            SparkFolder spark = SparkFolder.of(options.text("spark"));
            for (String side : sides(options)) {
                all.add(Party.start(side, side.equals("ours-one-file") ? crowd.inOneFile() : crowd, spark));
            }
            out.println("equal: " + agreed(all));
            for (int i = 0; i < WARM_UPS; i++) {
                for (Party one : all) {
                    if (!one.isWarm()) {
                        one.verify();
                    }
                }
            }
            for (int round = 0; round < options.number("rounds"); round++) {
                for (Party one : all) {
                    one.measure();
                }
            }
            all.forEach(out::println);
            if (all.stream().anyMatch(one -> !one.wall().isQuiet())) {
                out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
            }
            ratios(all, (long) options.number("members") + options.number("recipients"), out);
        } finally {
            all.forEach(Party::close);
        }
    }

    private static void ratios(List<Party> all, long rows, PrintStream out) {
        ToDoubleFunction<Party> wall = one -> one.wall().median();
        ratio(
                out,
                "reconcile-cpu-duckdb-varchar",
                all,
                "duckdb-varchar",
                "ours",
                one -> one.processor().median());
        ratio(out, "reconcile-wall-duckdb-integer", all, "duckdb-integer", "ours", wall);
        ratio(out, "reconcile-wall-hashmap", all, "hashmap", "ours", wall);
        ratio(out, "reconcile-wall-floor", all, "ours", "inflate", wall);
        ratio(out, "reconcile-one-file", all, "ours-one-file", "ours", wall);
        for (String side : List.of("ours-duckdb", "ours-spark", "ours-spark-datasets", "spark")) {
            ratio(out, "reconcile-wall-" + side, all, side, "ours", wall);
        }
        ratio(out, "reconcile-spark-ours", all, "spark", "ours-spark", wall);
        ratio(out, "reconcile-spark-ours-datasets", all, "spark", "ours-spark-datasets", wall);
        named(all, "ours")
                .ifPresent(ours -> out.println(String.format(
                        Locale.ROOT, "figure reconcile-bytes-allocated-per-row %.1f", ours.allocated() / rows)));
    }

    private static Counts agreed(List<Party> all) throws IOException {
        Counts first = null;
        for (Party one : all) {
            Counts counts = one.verify();
            boolean finds = !one.side().equals("inflate");
            if (finds && first != null && !counts.equals(first)) {
                throw new Refused("The sides do not find the same: " + first + ", but " + one.side() + " " + counts);
            }
            first = finds ? counts : first;
        }
        if (first == null) {
            throw new Refused("--engine needs one that matches");
        }
        return first;
    }

    private static Optional<Party> named(List<Party> all, String side) {
        return all.stream().filter(one -> one.side().equals(side)).findFirst();
    }

    private static void ratio(
            PrintStream out, String name, List<Party> all, String one, String other, ToDoubleFunction<Party> figure) {
        named(all, one)
                .flatMap(first ->
                        named(all, other).map(second -> figure.applyAsDouble(first) / figure.applyAsDouble(second)))
                .ifPresent(ratio -> out.println(String.format(Locale.ROOT, "ratio %s %.2f", name, ratio)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
