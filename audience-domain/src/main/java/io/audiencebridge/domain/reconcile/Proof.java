// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Whether keys must, and can, be compared whole ({@link MatchTask#proof()}). */
final class Proof {
    private Proof() {}

    /** Whether whole keys have to be held for it: visitor ids lose nothing when they are packed. */
    static boolean needsWholeKeys(MatchTask task) {
        return task.proof()
                && !KeyPacker.isLossless(task.key(), task.keptMembers().size() > 0);
    }

    /** The task. Left: {@code InvalidRequest} when whole keys are needed and recipients have none any more; proof is never passed over. */
    static Either<BridgeError, MatchTask> possible(MatchTask task) {
        return needsWholeKeys(task) && task.packedRecipients()
                ? Either.left(
                        BridgeError.InvalidRequest.of(
                                "proof",
                                "compares whole keys, and the recipients' keys are packed already; read the recipients themselves, or leave proof out"))
                : Either.right(task);
    }
}
