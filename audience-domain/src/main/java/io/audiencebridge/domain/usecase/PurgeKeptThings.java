// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.vavr.control.Either;

/** Deletes what a bridge need not keep any more. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface PurgeKeptThings {
    /** Deletes, or says what would be deleted. Right: that. Left: {@code InvalidRequest} for a policy that would take what is at work; or a thing could not be deleted, and the rest stays. */
    Either<BridgeError, PurgeReport> purge(PurgeRequest request, Call call);
}
