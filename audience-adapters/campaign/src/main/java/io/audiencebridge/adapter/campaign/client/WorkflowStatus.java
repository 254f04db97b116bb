// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** What a workflow is doing. Source: Campaign Classic, "Supervising workflows"; the codes stand in {@link #of}. */
public enum WorkflowStatus {
    /** Never started, or changed since. */
    EDITED,
    /** At work, or waiting for its next date. */
    STARTED,
    /** Held; what is sent to it waits. */
    PAUSED,
    /** Stopped on an error; its log says which. */
    FAILED,
    /** Ended or stopped. */
    FINISHED,
    /** On its way into another of these. UNVERIFIED: the codes 12 and 14 to 18. */
    CHANGING,
    /** A code that is not known; see {@link Workflow#statusCode()}. */
    UNKNOWN;

    private static final int BEING_EDITED = 0;
    private static final int RUNNING_ELSEWHERE = 2;
    private static final int RUNNING = 11;
    private static final int HELD = 13;
    private static final int LAST_CHANGING = 18;
    private static final int ENDED = 20;

    /**
     * The state behind Campaign's code. UNVERIFIED: 2 occurs in one client beside 11 for a workflow at work.
     *
     * @param failed whether Campaign marks the workflow as failed, which it does beside the code
     */
    public static WorkflowStatus of(int code, boolean failed) {
        if (failed) {
            return FAILED;
        }
        return switch (code) {
            case BEING_EDITED -> EDITED;
            case RUNNING, RUNNING_ELSEWHERE -> STARTED;
            case HELD -> PAUSED;
            case ENDED -> FINISHED;
            default -> code > RUNNING && code <= LAST_CHANGING ? CHANGING : UNKNOWN;
        };
    }
}
