// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.Machine;
import io.audiencebridge.benchmarks.Options;
import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a row costs in each step, and what it leaves to the garbage collector, which in the steady state should be nothing; by JMH, in processes of their own. */
public final class Micro implements Benchmark {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String HEAP = "-Xmx1g";
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    /** An object takes 16 bytes at least; what is less than one a row is a batch's, a chunk's or the profiler's own. */
    private static final double NOTHING = 1;

    /** The benchmark. */
    public Micro() {}

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String usage() {
        return "[--forks N] [--seconds N]: nanoseconds and bytes allocated a row in each step, by JMH";
    }

    @Override
    public Map<String, Integer> defaults() {
        return Map.of("forks", 1, "seconds", 1);
    }

    @Override
    public void run(Options options, PrintStream out) {
        int forks = options.number("forks");
        int seconds = options.number("seconds");
        out.println(name() + ": " + forks + " forks, " + WARM_UPS + " + " + MEASUREMENTS + " times " + seconds + " s; "
                + Machine.description());
        Map<String, Cost> costs = perRow(measured(forks, seconds));
        costs.forEach((step, cost) -> out.println(
                String.format(Locale.ROOT, "figure %s %.1f ns/row (error %.1f)", step, cost.nanos(), cost.error())));
        costs.forEach((step, cost) ->
                out.println(String.format(Locale.ROOT, "figure bytes-per-row %s %.4f", step, cost.bytes())));
        double most = costs.entrySet().stream()
                .filter(step -> !step.getKey().equals(MatchingRows.NOT_STEADY))
                .mapToDouble(step -> step.getValue().bytes())
                .max()
                .orElseThrow();
        out.println("steps that allocate by the row: "
                + costs.entrySet().stream()
                        .filter(step -> step.getValue().bytes() > NOTHING)
                        .map(Map.Entry::getKey)
                        .toList());
        out.println(String.format(Locale.ROOT, "ratio micro-most-bytes-per-row %.4f", most));
    }

    private static Collection<RunResult> measured(int forks, int seconds) {
        try {
            return new Runner(new OptionsBuilder()
                            .include(Micro.class.getPackageName() + "\\..*")
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.NANOSECONDS)
                            .forks(forks)
                            .warmupIterations(WARM_UPS)
                            .warmupTime(TimeValue.seconds(seconds))
                            .measurementIterations(MEASUREMENTS)
                            .measurementTime(TimeValue.seconds(seconds))
                            .jvmArgs(HEAP)
                            .addProfiler(GCProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } catch (RunnerException failed) {
            throw new Refused("JMH could not measure: " + failed.getMessage());
        }
    }

    /** Of the shorter and the longer match the difference counts, and a row's share of it. */
    private static Map<String, Cost> perRow(Collection<RunResult> results) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (RunResult result : results) {
            String batches = result.getParams().getParam("batches");
            String step = step(result, batches != null);
            Cost cost = Cost.of(result);
            Cost shorter = costs.get(step);
            costs.put(
                    step,
                    shorter == null ? cost : cost.minus(shorter).over((double) MatchingRows.BATCHES * Rows.BATCH));
        }
        return costs;
    }

    private static String step(RunResult result, boolean pair) {
        String method = result.getPrimaryResult().getLabel();
        StringBuilder step = new StringBuilder(method);
        if (!pair) {
            result.getParams()
                    .getParamsKeys()
                    .forEach(key -> step.append('-').append(result.getParams().getParam(key)));
        }
        return step.toString();
    }

    /** Of an operation. */
    private record Cost(double nanos, double error, double bytes) {
        static Cost of(RunResult result) {
            Result<?> time = result.getPrimaryResult();
            Result<?> garbage = result.getSecondaryResults().get(ALLOCATED);
            if (garbage == null) {
                throw new Refused("JMH's profiler does not tell " + ALLOCATED + " on this Java");
            }
            return new Cost(time.getScore(), time.getScoreError(), garbage.getScore());
        }

        Cost minus(Cost other) {
            return new Cost(nanos - other.nanos, error + other.error, bytes - other.bytes);
        }

        Cost over(double rows) {
            return new Cost(nanos / rows, error / rows, bytes / rows);
        }
    }
}
