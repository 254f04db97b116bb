// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named step of a transfer. Repeating a step has the effect of doing it once.
 *
 * @param name for progress
 * @param state the run's state while the step works
 * @param work the step
 * @param applies whether the run needs the step at all; one that does not is neither told nor written down
 */
record Step(
        String name,
        RunState state,
        Function<RunRecord, Either<BridgeError, StepOutcome>> work,
        Predicate<RunRecord> applies) {
    /** A step that every run needs. */
    Step(String name, RunState state, Function<RunRecord, Either<BridgeError, StepOutcome>> work) {
        this(name, state, work, record -> true);
    }
}
