// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What time the system said it was, and how long ago it said so. Safe for use by several threads. */
final class SystemTime {
    private final LongSupplier nanos;
    private volatile @Nullable Heard last;

    SystemTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Heard(Instant date, long at) {}

    /** Takes note of a {@code Date} header; what is no date is passed over. */
    void heard(String date) {
        try {
            last = new Heard(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from), nanos.getAsLong());
        } catch (DateTimeException unreadable) {
            // The clock of before stays.
        }
    }

    /** Empty until the system said it. */
    Optional<Instant> now() {
        Heard heard = last;
        return heard == null ? Optional.empty() : Optional.of(heard.date().plusNanos(nanos.getAsLong() - heard.at()));
    }
}
