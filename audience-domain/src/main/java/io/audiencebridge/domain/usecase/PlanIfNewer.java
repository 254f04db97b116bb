// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Looks whether there is anything newer than what the same request delivered last, and writes down a run if there is. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface PlanIfNewer {
    /** Right: what is to be done. Left: {@code InvalidRequest} for an unsound request, or a source could not be asked; then there is no run. */
    Either<BridgeError, PlannedIfNewer> plan(Sharing sharing, Call call);
}
