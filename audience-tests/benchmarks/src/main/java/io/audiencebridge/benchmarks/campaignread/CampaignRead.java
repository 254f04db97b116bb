// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.SandboxProcess;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows per second of our stream and of Adobe's client, off one server and in one run, each side in a process of its own. First both digest all rows and must
 * agree; then they take turns.
 */
public final class CampaignRead implements Benchmark {
    /** Readings before the clock runs, so that both compilers have seen the code. */
    private static final int WARM_UPS = 5;

    /** Readings of our stream and of the floor a turn: they are over so soon that one alone tells more of the machine than of them. */
    private static final int READINGS = 5;

    private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

    /** The benchmark. */
    public CampaignRead() {}

    @Override
    public String name() {
        return "campaign-read";
    }

    @Override
    public String usage() {
        return "[--recipients N] [--page N] [--pairs N]: rows per second, beside Adobe's JavaScript client";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("recipients", 200_000, "page", 10_000, "pairs", 5);
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException, InterruptedException {
        int recipients = options.number("recipients");
        int page = options.number("page");
        out.println(name() + ": " + recipients + " recipients, six columns, pages of " + page + "; "
                + Machine.description());
        double ratio;
        try (SandboxProcess sandbox = SandboxProcess.start(recipients)) {
            ratio = compared(sandbox, options, out);
        }
        heap(recipients, page, out);
        out.println(String.format(Locale.ROOT, "ratio %s %.1f", name(), ratio));
    }

    private static double compared(SandboxProcess sandbox, Options options, PrintStream out)
            throws IOException, InterruptedException {
        String page = Integer.toString(options.number("page"));
        String recipients = Integer.toString(options.number("recipients"));
        List<String> where = List.of(sandbox.campaign().toString(), sandbox.operator(), sandbox.password(), page);
        List<String> floorWhere =
                List.of(sandbox.campaign().toString(), sandbox.operator(), sandbox.password(), page, recipients);
        try (Worker ours = Worker.java("Our stream", StreamReader.class, SMALL_HEAP, where);
                Worker floor = Worker.java("The floor", ByteReader.class, SMALL_HEAP, floorWhere);
                Worker adobe = AdobeClient.start(where)) {
            out.println("equal: " + agreed(Pass.of(ours.ask("verify")), Pass.of(adobe.ask("verify"))));
            for (int i = 0; i < WARM_UPS; i++) {
                ours.ask("time");
                floor.ask("time");
            }
            return measured(new Sides(ours, floor, adobe), options.number("pairs"), out);
        }
    }

    private static String agreed(Pass ours, Pass adobe) {
        if (ours.rows() != adobe.rows() || !ours.check().equals(adobe.check())) {
            throw new Refused("The two sides do not read the same: " + ours.rows() + " rows with digest " + ours.check()
                    + ", and " + adobe.rows() + " with " + adobe.check());
        }
        return ours.rows() + " rows, ids and e-mails with digest " + ours.check();
    }

    private static double measured(Sides sides, int pairs, PrintStream out) throws IOException {
        Samples ours = new Samples();
        Samples floor = new Samples();
        Samples adobe = new Samples();
        double ourMemory = 0;
        double adobeMemory = 0;
        for (int pair = 0; pair < pairs; pair++) {
            Pass other = Pass.of(sides.adobe().ask("time"));
            for (int reading = 0; reading < READINGS; reading++) {
                Pass one = Pass.of(sides.ours().ask("time"));
                agreed(one, other);
                ours.add(one.rowsPerSecond());
                floor.add(Pass.of(sides.floor().ask("time")).rowsPerSecond());
                ourMemory = one.megabytes();
            }
            adobe.add(other.rowsPerSecond());
            adobeMemory = other.megabytes();
        }
        line(out, "our stream", ours, String.format(Locale.ROOT, "peak heap %.0f MB", ourMemory));
        line(out, "Adobe's client", adobe, String.format(Locale.ROOT, "peak resident memory %.0f MB", adobeMemory));
        line(out, "bytes alone", floor, "the floor");
        out.println(String.format(Locale.ROOT, "the floor is %.2f of our stream", floor.median() / ours.median()));
        if (!ours.isQuiet() || !adobe.isQuiet()) {
            out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
        }
        return ours.median() / adobe.median();
    }

    private static void line(PrintStream out, String side, Samples samples, String more) {
        out.println(side + ": rows per second " + samples + "; " + more);
    }

    /** The same stream over four times as many rows. */
    private static void heap(int recipients, int page, PrintStream out) throws IOException {
        for (int count : new int[] {recipients, 4 * recipients}) {
            try (SandboxProcess sandbox = SandboxProcess.start(count);
                    Worker ours = Worker.java(
                            "Our stream",
                            StreamReader.class,
                            SMALL_HEAP,
                            List.of(
                                    sandbox.campaign().toString(),
                                    sandbox.operator(),
                                    sandbox.password(),
                                    Integer.toString(page)))) {
                Pass pass = Pass.of(ours.ask("verify"));
                out.println(String.format(
                        Locale.ROOT, "heap: %,d rows within -Xmx64m, peak %.0f MB", pass.rows(), pass.megabytes()));
            }
        }
    }

    /** Who takes turns. */
    private record Sides(Worker ours, Worker floor, Worker adobe) {}
}
