// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

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
        Comparison comparison =
                new Comparison(members, "ecid", options.number("rounds"), System.getProperty("java.io.tmpdir"));
        try (Contender ours = comparison.start("our writer", "ours");
                Contender builder = comparison.start("StringBuilder and GZIPOutputStream", "builder");
                Contender format = comparison.start("String.format and GZIPOutputStream", "format");
                Contender duck = comparison.start("DuckDB's COPY", "duckdb")) {
            comparison.run(List.of(ours, builder, format, duck), out);
            out.println(String.format(
                    Locale.ROOT,
                    "ratio %s %.1f",
                    name(),
                    ours.speed().median() / builder.speed().median()));
        }
    }
}
