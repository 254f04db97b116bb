// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Who works on what, for all processes that share a journal. Each method is one atomic step: of two who ask at once, one gets the lease.
 *
 * <p>Times are those of the callers' business clocks. Whoever looks with a clock that is ahead sees a lease end earlier; so a lease must be longer than clocks are apart, and
 * a holder asks with {@link #extend} before it writes. Does not wait for a lease; blocks while it is looked up. Safe for use by several threads.
 */
public interface Leases {
    /**
     * Takes what is free, has run out at {@code now}, or is the same holder's already; of what was left by a process that is known to have died, an implementation may say that it
     * is free. Right: the lease that holds then, {@code wanted} itself or another holder's.
     */
    Either<BridgeError, Lease> take(Lease wanted, Instant now);

    /**
     * Makes the lease of that holder end at another time. One that ran out is extended too while nobody else took it. Right: the lease that holds then, {@code wanted} itself or
     * another holder's; none when nobody has one, since it was taken in between and given back.
     */
    Either<BridgeError, Option<Lease>> extend(Lease wanted);

    /** Gives the lease back. Right: whether it was that holder's. */
    Either<BridgeError, Boolean> release(Lease held);
}
