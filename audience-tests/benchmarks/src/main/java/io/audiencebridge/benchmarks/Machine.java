// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that figures come from. */
public final class Machine {
    private Machine() {}

    /** Cores, Java and how busy it is, for people. */
    public static String description() {
        return String.format(
                Locale.ROOT,
                "%d cores, Java %s, load average %.1f before the run",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
