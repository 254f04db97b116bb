// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Who opted out and must never be shared or imported again (SEMANTICS S23): keyed digests, never an id, an e-mail address or its plain hash. What was answered right is there
 * after a crash. Blocks; safe for use by several threads.
 */
public interface Suppressions {
    /** What is kept; none if nobody ever opted out. Left: {@code LocalFailure} when it is there and cannot be read, which is no reason to share anybody. */
    Either<BridgeError, Option<Suppressed>> find();

    /**
     * Adds to what is kept; adding again changes nothing. Right: how many digests there are now. Left: {@code Conflict} when what is kept was made under another secret; then
     * nothing was added.
     */
    Either<BridgeError, Integer> add(Suppressed more);

    /** Forgets everybody. Right: how many digests there were. */
    Either<BridgeError, Integer> clear();
}
