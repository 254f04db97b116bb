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
 * Rows per second of a whole share, from a list's keys to published files, beside what people write and DuckDB, which only write the rows. Each side in a process of its own.
 */
public final class Export implements Benchmark {
    /** The benchmark. */
    public Export() {}

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "[--members N] [--keys ecid|sha256] [--pgp no|yes] [--rounds N] [--dir DIR]: rows per second of a share, from keys to files, beside StringBuilder, String.format and DuckDB";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "rounds", 5);
    }

    @Override
    public Map<String, String> texts() {
        return Map.of("keys", "ecid", "pgp", "no", "dir", System.getProperty("java.io.tmpdir"));
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        int members = options.number("members");
        String keys = options.text("keys");
        if (!List.of("ecid", "sha256").contains(keys)) {
            throw new Refused("--keys is ecid or sha256, not '" + keys + "'");
        }
        String pgp = options.text("pgp");
        if (!List.of("no", "yes").contains(pgp)) {
            throw new Refused("--pgp is no or yes, not '" + pgp + "'");
        }
        String sealed = pgp.equals("yes") ? Contender.SEALED : "";
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d recipients, %s, ours %s; %s",
                name(),
                members,
                keys.equals("ecid") ? "visitor ids" : "e-mail addresses to be hashed",
                sealed.isEmpty() ? "in gzip" : "compressed and encrypted by OpenPGP",
                Machine.description()));
        Comparison comparison = new Comparison(members, keys, options.number("rounds"), options.text("dir"));
        try (Contender ours = comparison.start("our share", "share" + sealed);
                Contender writer = comparison.start("our writer alone, of keys that are ready", "ours" + sealed);
                Contender builder = comparison.start("StringBuilder and GZIPOutputStream", "builder");
                Contender format = comparison.start("String.format and GZIPOutputStream", "format");
                Contender duck = comparison.start("DuckDB's COPY", "duckdb")) {
            comparison.run(List.of(ours, writer, builder, format, duck), out);
            ratio(out, "export-writer-stringbuilder", speed(writer, builder));
            ratio(out, "export-stringbuilder", speed(ours, builder));
            ratio(out, "export-duckdb", speed(ours, duck));
            ratio(out, "export-size", ours.bytesPerRow() / builder.bytesPerRow());
        }
    }

    private static double speed(Contender one, Contender other) {
        return one.speed().median() / other.speed().median();
    }

    private static void ratio(PrintStream out, String name, double value) {
        out.println(String.format(Locale.ROOT, "ratio %s %.2f", name, value));
    }
}
