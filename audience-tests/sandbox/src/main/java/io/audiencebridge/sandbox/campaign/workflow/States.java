// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** The values of {@code xtk:workflow/@state}. Source: campaign.md, section 3.5; 12 and 14 to 18 are UNVERIFIED. */
public final class States {
    /** Being edited: never started. */
    public static final int EDITED = 0;

    /** Started. */
    public static final int STARTED = 11;

    /** About to be paused. */
    public static final int PAUSING = 12;

    /** Paused; with {@code @failed=1} stopped by an error. */
    public static final int PAUSED = 13;

    /** About to go on. */
    public static final int RESUMING = 14;

    /** About to be stopped. */
    public static final int STOPPING = 15;

    /** About to be started again. */
    public static final int RESTARTING = 17;

    /** Finished or stopped. */
    public static final int FINISHED = 20;

    private States() {}
}
