// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Who was in each Platform audience after the events of the exports applied so far (SEMANTICS S26). Safe for use by several threads. */
public interface EventStates {
    /** What is kept of {@code audience}; none if no export was applied. */
    Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience);

    /** Keeps state and identities in one move, replacing what was there. What was answered right is there after a crash. */
    Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied);
}
