// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Asks a system to leave a person alone (SEMANTICS S23). Blocks; safe for use by several threads. */
public interface OptOutCalls {
    /**
     * Asks, in all regions of the system unless the order names one. Asking again does no harm.
     *
     * <p>Right: where it stands, and where it does not. Left: nothing could be asked; {@code InvalidRequest} when the system does not take such an id.
     */
    Either<BridgeError, OptOutAnswer> optOut(OptOutOrder order, Call call);
}
