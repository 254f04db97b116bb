// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, in whole milliseconds on the wire.
 *
 * @param from its first moment
 * @param until its last moment
 */
public record Period(Instant from, Instant until) {
    /** The time of length {@code length} that ends with {@code until}. */
    public static Period endingAt(Instant until, Duration length) {
        return new Period(until.minus(length), until);
    }
}
