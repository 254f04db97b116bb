// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;

/** One use of the SDK in a world of its own, from the same start to the same end; remembers which run it began. */
interface UseCase {
    /** Does what must be there before, with nothing in the way. */
    void prepare(World world, AudienceBridge bridge);

    /** Goes from where it stands to the end. Right: what the caller is told there. Left: what stopped it; it can be asked again. */
    Either<BridgeError, String> go(World world, AudienceBridge bridge);
}
