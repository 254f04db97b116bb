// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
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
 * The import of a second day, on which 1% of the recipients have changed: out of a kept copy that takes over the changes, and by reading everybody anew, from gzip parts or from a
 * Campaign page by page. First both must find the same; then they take turns, each in a process of its own. Visitor ids only.
 */
public final class Incremental implements Benchmark {
    private static final int WARM_UPS = 5;
    private static final String CAMPAIGN = "campaign";

    /** The benchmark. */
    public Incremental() {}

    @Override
    public String name() {
        return "incremental";
    }

    @Override
    public String usage() {
        return "[--source files|campaign] [--members N] [--recipients N] [--parts N] [--page N] [--rounds N]: a daily import out of a kept copy of recipients, beside one that reads everybody";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("members", 1_000_000, "recipients", 2_000_000, "parts", 8, "page", 10_000, "rounds", 5);
    }

    @Override
    public Map<String, String> texts() {
        return Map.of("source", "files");
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        String source = options.text("source");
        if (!List.of("files", CAMPAIGN).contains(source)) {
            throw new Refused("--source is files or campaign, not '" + source + "'");
        }
        boolean overSoap = source.equals(CAMPAIGN);
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d members, %,d recipients of whom 1%% changed, visitor ids, %d parts%s; %s",
                name(),
                options.number("members"),
                options.number("recipients"),
                options.number("parts"),
                overSoap ? ", recipients from Campaign in pages of " + options.number("page") : "",
                Machine.description()));
        Path folder = Files.createTempDirectory("audience-benchmarks");
        try (TwoDays days = overSoap ? campaign(options, folder) : files(options, folder)) {
            compare(folder, days, options.number("rounds"), overSoap ? name() + "-" + CAMPAIGN : name(), out);
        } finally {
            delete(folder);
        }
    }

    private static TwoDays files(Options options, Path folder) throws IOException {
        new Population(folder).write(options.number("members"), options.number("recipients"), options.number("parts"));
        return new TwoDays.InFiles();
    }

    private static TwoDays campaign(Options options, Path folder) throws IOException {
        int recipients = options.number("recipients");
        if (recipients < InCampaign.FEWEST) {
            throw new Refused("--recipients must be " + InCampaign.FEWEST + " or more, so that one of them changes");
        }
        InCampaign campaign = InCampaign.start(recipients, options.number("page"));
        try {
            campaign.prepare(new Population(folder), options.number("members"), options.number("parts"));
            return campaign;
        } catch (IOException | RuntimeException failed) {
            campaign.close();
            throw failed;
        }
    }

    private static void compare(Path folder, TwoDays days, int rounds, String ratio, PrintStream out)
            throws IOException {
        try (ImportSide full = ImportSide.start("everybody read anew", "full", folder, days);
                ImportSide kept = ImportSide.start("kept copy", "kept", folder, days)) {
            String before = full.found();
            days.pass();
            String found = agreed(full.found(), kept.found());
            if (days.changes() && found.equals(before)) {
                throw new Refused("Nothing of what changed overnight was found: " + found);
            }
            out.println("equal: " + found);
            for (int i = 0; i < WARM_UPS; i++) {
                full.found();
                kept.found();
            }
            for (int round = 0; round < rounds; round++) {
                full.measure();
                kept.measure();
            }
            told(full, kept, ratio, out);
        }
    }

    private static String agreed(String full, String kept) {
        if (!full.equals(kept)) {
            throw new Refused("The sides do not find the same: full " + full + ", kept " + kept);
        }
        return full;
    }

    private static void told(ImportSide full, ImportSide kept, String ratio, PrintStream out) {
        out.println(full);
        out.println(kept);
        if (!full.wall().isQuiet() || !kept.wall().isQuiet()) {
            out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
        }
        out.println(String.format(
                Locale.ROOT,
                "ratio %s-cpu %.2f",
                ratio,
                kept.processor().median() / full.processor().median()));
        out.println(String.format(
                Locale.ROOT,
                "ratio %s %.2f",
                ratio,
                kept.wall().median() / full.wall().median()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
