// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** The states of a run. */
public enum RunState {
    /** Written down, nothing done yet. */
    PLANNED,
    /** Looking up and creating what the transfer needs. */
    PREPARING,
    /** Waiting until a new trait is live; resumes by itself when it is due (SEMANTICS S19). */
    AWAITING_TRAIT,
    /** Waiting until a complete file of the audience has arrived (SEMANTICS S7). */
    AWAITING_FILE,
    /** Waiting until a workflow of the system has done its part. */
    AWAITING_WORKFLOW,
    /** Members are on their way. */
    TRANSFERRING,
    /** All members were handed over; from here on they count as shared. */
    DELIVERED,
    /** The receiving system says that it stored them. */
    STORED,
    /** They can be seen in the audience. */
    VISIBLE,
    /** The request could not be carried out as it stood; nothing was changed. */
    REFUSED,
    /** Something went wrong; the run can be resumed. */
    FAILED,
    /** The caller cancelled; the run can be resumed. */
    CANCELLED;

    /** Whether the members have been handed over. */
    public boolean isDelivered() {
        return this == DELIVERED || this == STORED || this == VISIBLE;
    }

    /** Whether the run goes on later by itself. */
    public boolean isWaiting() {
        return this == AWAITING_TRAIT || this == AWAITING_FILE || this == AWAITING_WORKFLOW;
    }
}
