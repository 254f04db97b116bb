// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.vavr.control.Either;

/** Writes down a synchronisation of ids as a run that can be resumed, without beginning it. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface PlanSync {
    /** Plans. Left: {@code InvalidRequest} with all violations at once; then there is no run. */
    Either<BridgeError, RunId> plan(SyncRequest request, Call call);
}
