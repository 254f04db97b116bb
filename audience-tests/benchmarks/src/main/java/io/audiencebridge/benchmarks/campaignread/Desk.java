// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;

/** Where a Java worker takes its commands: {@code verify} digests all rows, {@code time} only adds them up. */
final class Desk {
    private Desk() {}

    /** Serves until standard input ends. */
    static void serve(Reading reading) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            Tally tally = command.equals("verify") ? new Tally.Digest() : new Tally.Sum();
            long begun = System.nanoTime();
            reading.readAll(tally);
            long nanos = System.nanoTime() - begun;
            System.out.println(new Pass(tally.rows(), tally.check(), nanos, peak()));
            System.out.flush();
        }
    }

    /** The most heap that was ever in use, garbage included. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    /** Reads all rows into {@code tally}. */
    @FunctionalInterface
    interface Reading {
        void readAll(Tally tally) throws IOException;
    }
}
