// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.vavr.control.Either;

/** Matches members with recipients. Every engine gives exactly what the plain reconciler gives. Safe for use by several threads. */
@FunctionalInterface
public interface ReconciliationEngine {
    /** Matches. Left: a source failed, the call ended, or the task is beyond what this engine can hold. */
    Either<BridgeError, Matching> match(MatchTask task, Call call);

    /** Whether it takes tasks with {@link MatchTask#packedRecipients()}; one that does not is never given recipients out of a kept copy. */
    default boolean takesPackedRecipients() {
        return true;
    }
}
