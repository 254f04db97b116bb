// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Who was in each shared audience when it was last read (SEMANTICS S6), so that a delivery of changes can be applied, and somebody whose key appears in the list's
 * system tomorrow enters at the next run without a new delivery. Safe for use by several threads.
 */
public interface Memberships {
    /** The membership of {@code audience}; none if it was never read. */
    Either<BridgeError, Option<Membership>> find(LedgerKey audience);

    /** Keeps the membership, replacing what was there as a whole. What was answered right is there after a crash. */
    Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership);
}
