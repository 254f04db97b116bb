// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a destination exports an audience: from a day and an hour on, in UTC, until the day before another. Immutable. Source: experience-cloud.md, section 4.5. */
public final class Schedule {
    private final Frequency frequency;
    private final LocalDateTime first;
    private final LocalDate end;

    private Schedule(Frequency frequency, LocalDateTime first, LocalDate end) {
        this.frequency = frequency;
        this.first = first;
        this.end = end;
    }

    /** Without an end. */
    public static Schedule of(Frequency frequency, LocalDate day, LocalTime hour) {
        return new Schedule(frequency, day.atTime(hour), LocalDate.MAX);
    }

    /** The same without exports on that day and later. */
    public Schedule until(LocalDate day) {
        return new Schedule(frequency, first, day);
    }

    /** The next time after another one; empty if none is left. */
    Optional<Instant> next(Instant after) {
        LocalDateTime passed = LocalDateTime.ofInstant(after, ZoneOffset.UTC);
        boolean started = !first.isAfter(passed);
        if (started && frequency == Frequency.ONCE) {
            return Optional.empty();
        }
        LocalDateTime time = started ? frequency.after(first, frequency.exports(first, passed) + 1) : first;
        return Optional.of(time)
                .filter(next -> next.toLocalDate().isBefore(end))
                .map(next -> next.toInstant(ZoneOffset.UTC));
    }

    /** Whether an ad-hoc run may go on at a time: not before the first day, and not on the last one or later. */
    boolean covers(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return !day.isBefore(first.toLocalDate()) && day.isBefore(end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule
                && frequency == schedule.frequency
                && first.equals(schedule.first)
                && end.equals(schedule.end);
    }

    @Override
    public int hashCode() {
        return first.hashCode();
    }
}
