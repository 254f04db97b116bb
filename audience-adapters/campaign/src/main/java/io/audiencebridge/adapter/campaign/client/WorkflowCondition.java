// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.time.Instant;

/** What is waited for. */
@FunctionalInterface
public interface WorkflowCondition {
    /** Whether {@code now} is what is waited for. */
    boolean holds(Workflow now);

    /** It ended, or was stopped. */
    static WorkflowCondition finished() {
        return status(WorkflowStatus.FINISHED);
    }

    /** It is {@code status}. */
    static WorkflowCondition status(WorkflowStatus status) {
        return now -> now.status() == status;
    }

    /** It worked at {@code moment} or later. */
    static WorkflowCondition processedSince(Instant moment) {
        return now -> now.processed().filter(at -> !at.isBefore(moment)).isPresent();
    }

    /** Both hold. */
    default WorkflowCondition and(WorkflowCondition other) {
        return now -> holds(now) && other.holds(now);
    }
}
