// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Where a test begins in the day, so that what it sees does not depend on the hour at which it runs. */
public final class Hours {
    private Hours() {}

    /** Moves the sandbox's clock forward to the next {@code hour} UTC, a day at most. */
    public static void begin(Sandbox sandbox, int hour) {
        Instant now = sandbox.clock().instant();
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.of(hour, 0));
        ZonedDateTime next = today.toInstant().isBefore(now) ? today.plusDays(1) : today;
        sandbox.clock().advance(Duration.between(now, next.toInstant()));
    }
}
