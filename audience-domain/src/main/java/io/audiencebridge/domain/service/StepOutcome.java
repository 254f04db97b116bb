// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;

/** How a step ended. */
sealed interface StepOutcome {
    /** What is known of the run after the step. */
    RunRecord record();

    /** The next step may begin. */
    record Done(RunRecord record) implements StepOutcome {}

    /** The run rests. */
    record Wait(RunRecord record, RunState state, Waiting waiting) implements StepOutcome {}
}
