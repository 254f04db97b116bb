// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.vavr.control.Either;

/** Tells a system, at once, that a web visitor is a person it knows by a declared id. Blocks; safe for use by several threads. */
public interface VisitorLinks {
    /**
     * Links. The same link twice has the effect of one; a visitor who must not be followed, and a request that carries no visitor, are outcomes, no errors.
     *
     * <p>Left: {@code InvalidRequest} when the visitor's trace is broken, of another organisation or too old; {@code RejectedBySystem} when the system does not know the
     * data source; or the system could not be asked.
     */
    Either<BridgeError, LinkOutcome> link(LinkOrder order, Call call);
}
