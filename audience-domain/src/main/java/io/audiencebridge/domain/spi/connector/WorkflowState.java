// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.sharing.WorkflowReport;

/** How far a system's own workflows have come with an order. */
public sealed interface WorkflowState {
    /**
     * They are not done.
     *
     * @param waiting until when to wait, and why
     */
    record AtWork(Waiting waiting) implements WorkflowState {}

    /**
     * They are done.
     *
     * @param report what they told
     */
    record Done(WorkflowReport report) implements WorkflowState {}
}
