// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import java.time.Duration;
import java.time.Instant;

/** How far a job has come on the virtual clock. UNVERIFIED: how long jobs take. */
final class JobPace {
    private static final Duration STARTS = Duration.ofMinutes(1);
    private static final Duration ENDS = Duration.ofMinutes(5);

    private JobPace() {}

    static String status(Instant made, Instant now) {
        Duration age = Duration.between(made, now);
        if (age.compareTo(ENDS) >= 0) {
            return "SUCCEEDED";
        }
        return age.compareTo(STARTS) >= 0 ? "PROCESSING" : "NEW";
    }

    static boolean ended(Instant made, Instant now) {
        return status(made, now).equals("SUCCEEDED");
    }
}
