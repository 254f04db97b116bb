// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When the runs fall due. Guarded by the company's lock. */
final class Schedule {
    /** From one look for inactive profiles to the next. Source: audience-manager.md, section 1.7. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final FileSettings settings;
    private Instant processed;
    private Instant published;
    private Instant purged;

    /** Runs counted from a time on. */
    Schedule(FileSettings settings, Instant start) {
        this.settings = settings;
        processed = start;
        published = start;
        purged = start;
    }

    /** When files are processed next. */
    Instant processing() {
        return processed.plus(FileSettings.of(settings.processingEvery));
    }

    /** When files are published next: after an interval, or at an hour of the day. */
    Instant publishing() {
        if (settings.publishingAt.value().isEmpty()) {
            return published.plus(FileSettings.of(settings.publishingEvery));
        }
        LocalTime hour = LocalTime.parse(settings.publishingAt.value());
        ZonedDateTime that = published.atZone(ZoneOffset.UTC).with(hour);
        return (that.toInstant().isAfter(published) ? that : that.plusDays(1)).toInstant();
    }

    /** When inactive profiles are looked for next. */
    Instant purging() {
        return purged.plus(WEEK);
    }

    void processedAt(Instant at) {
        processed = at;
    }

    void publishedAt(Instant at) {
        published = at;
    }

    void purgedAt(Instant at) {
        purged = at;
    }

    /** The first of some times. */
    static Instant first(Stream<Optional<Instant>> times) {
        return times.flatMap(Optional::stream).min(Comparator.naturalOrder()).orElseThrow();
    }
}
