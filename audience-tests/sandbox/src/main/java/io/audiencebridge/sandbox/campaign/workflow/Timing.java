// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Duration;

/** When things happen on the virtual clock. All UNVERIFIED but the hour: accepted means queued, and nobody says for how long. */
final class Timing {
    /** From a command to its effect. */
    static final Duration EFFECT_AFTER = Duration.ofSeconds(5);

    /** From the start of a user-built workflow to its end. */
    static final Duration WORK_TAKES = Duration.ofSeconds(30);

    /** The first pass of a technical workflow, so that a file written at a full hour is there. */
    static final Duration FIRST_PASS_AFTER = Duration.ofMinutes(1);

    /** From one pass to the next. Source: campaign.md, section 1.3. */
    static final Duration PASS_EVERY = Duration.ofHours(1);

    private Timing() {}
}
