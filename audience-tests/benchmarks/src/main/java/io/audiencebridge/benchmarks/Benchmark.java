// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** One figure and how it is found. To add one: implement this and add it to {@link Registry}. */
public interface Benchmark {
    /** Its command. */
    String name();

    /** What it shows, and its options, for people. */
    String usage();

    /** Its options that are numbers, each with the one it has unless it is given. */
    Map<String, Integer> defaults();

    /** Its options that are texts, each with the one it has unless it is given; none by default. */
    default Map<String, String> texts() {
        return Map.of();
    }

    /**
     * Finds the figure and prints it; the last line is {@code ratio <name> <value>} where there is a ratio.
     *
     * @throws Refused when it cannot be run here, or its sides do not agree
     */
    void run(Options options, PrintStream out) throws IOException, InterruptedException;

    /** A benchmark that has no result; the message tells why and what to do. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says why. */
        public Refused(String message) {
            super(message);
        }
    }
}
