// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.clock.domain.service;

import java.time.Instant;

/** A deliberate violator. */
public final class AsksTheClock {
    Instant now() {
        return Instant.now();
    }
}
