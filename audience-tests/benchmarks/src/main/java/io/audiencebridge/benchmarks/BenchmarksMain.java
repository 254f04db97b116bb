// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

/** Runs one benchmark by its name. Exit code 0: its figure is there; 1: it has none, standard error says why; 2: the command was wrong. */
public final class BenchmarksMain {
    private BenchmarksMain() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        Benchmark benchmark =
                arguments.length == 0 ? null : Registry.named(arguments[0]).orElse(null);
        if (benchmark == null) {
            err.print(Registry.usage());
            return 2;
        }
        try {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            benchmark.run(Options.read(rest, benchmark.defaults(), benchmark.texts()), out);
            return 0;
        } catch (Benchmark.Refused refused) {
            err.println(refused.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }
}
