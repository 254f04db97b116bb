// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import io.audiencebridge.sandbox.SandboxClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** Counts requests for tokens by the minute of the virtual clock. Thread-safe. */
final class TokenPace {
    private final SandboxClock clock;
    private final LongSupplier most;
    private Instant minute = Instant.MIN;
    private long asked;

    TokenPace(SandboxClock clock, LongSupplier most) {
        this.clock = clock;
        this.most = most;
    }

    /** Whether one more would be too many; it counts in any case. */
    synchronized boolean isTooFast() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            asked = 0;
        }
        asked++;
        return most.getAsLong() > 0 && asked > most.getAsLong();
    }
}
