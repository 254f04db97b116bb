// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.vavr.control.Either;

/** Forgets a person (SEMANTICS S23). Blocks; safe for use by several threads. */
@FunctionalInterface
public interface OptOut {
    /**
     * Remembers that the person opted out, and then tells services, audiences and lists. Repeating it has the effect of doing it once, and does what is still to be done.
     *
     * <p>Right: what was done, what is pending and what failed. Left: the person could not be remembered, and nothing at all was done: {@code InvalidRequest} when nobody is
     * named, a key is no valid one, or the secret is missing or another one than before.
     */
    Either<BridgeError, OptOutReceipt> optOut(OptOutRequest request, Call call);
}
