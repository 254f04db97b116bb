// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to pause between attempts: what the system asks for, and a random share of a growing span on top so that clients do not return as one. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 10;
    private final Clock clock;
    private final RandomGenerator random;

    Backoff(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The pause after the attempt with this number, the first being 1. */
    Duration after(int attempt, Optional<Duration> retryAfter) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration span = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration jitter = Duration.ofNanos(random.nextLong(span.toNanos() + 1));
        return retryAfter.orElse(Duration.ZERO).plus(jitter);
    }

    /** Reads a Retry-After header, in seconds or as an HTTP date; empty when it is neither. Never negative. */
    Optional<Duration> retryAfter(String value) {
        String text = value.strip();
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text);
    }

    private Optional<Duration> untilDate(String text) {
        try {
            Duration until =
                    Duration.between(clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
