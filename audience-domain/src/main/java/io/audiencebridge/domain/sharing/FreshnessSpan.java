// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long members are on their way.
 *
 * @param earliest not shorter; looking before is of no use
 * @param expected how long it usually takes
 * @param latest how long it may take by the documents
 */
public record FreshnessSpan(Duration earliest, Duration expected, Duration latest) {
    /** A wait shorter than nothing, or out of order. */
    public FreshnessSpan {
        if (earliest.isNegative() || expected.compareTo(earliest) < 0 || latest.compareTo(expected) < 0) {
            throw new IllegalArgumentException(
                    "A span is earliest, expected, latest in this order and not negative; this one is " + earliest
                            + ", " + expected + ", " + latest);
        }
    }

    /** A span in hours. */
    public static FreshnessSpan ofHours(long earliest, long expected, long latest) {
        return new FreshnessSpan(Duration.ofHours(earliest), Duration.ofHours(expected), Duration.ofHours(latest));
    }

    /** This way, and then {@code next}. */
    public FreshnessSpan then(FreshnessSpan next) {
        return new FreshnessSpan(earliest.plus(next.earliest), expected.plus(next.expected), latest.plus(next.latest));
    }

    /** When members that set out at {@code start} arrive; late once {@code tolerance} percent of the longest time have passed on top of it. */
    public FreshnessWindow from(Instant start, int tolerance) {
        return new FreshnessWindow(
                start.plus(earliest),
                start.plus(expected),
                start.plus(latest),
                start.plus(latest.multipliedBy(100L + tolerance).dividedBy(100)));
    }
}
