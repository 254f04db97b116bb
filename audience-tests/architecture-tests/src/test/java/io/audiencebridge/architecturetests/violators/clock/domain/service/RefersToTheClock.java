// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.clock.domain.service;

import java.time.Instant;
import java.util.function.Supplier;

/** A deliberate violator. */
public final class RefersToTheClock {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}
