// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/** Writes down the receiving of a Platform audience as a planned run and asks no system: {@link ResumeRun} does the work. Safe for use by several threads. */
@FunctionalInterface
public interface PlanReceive {
    /** Plans. Right: the run. Left: {@code InvalidRequest} with all violations at once, or the journal's failure; then there is no run. */
    Either<BridgeError, RunId> plan(ReceiveRequest request, Call call);
}
