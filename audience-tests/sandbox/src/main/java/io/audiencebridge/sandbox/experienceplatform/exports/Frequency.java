// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** How often a destination exports an audience. Source: experience-cloud.md, section 4.5. */
public enum Frequency {
    /** One time only. */
    ONCE(0),
    /** Every three hours. */
    EVERY_3_HOURS(3),
    /** Every six hours. */
    EVERY_6_HOURS(6),
    /** Every eight hours. */
    EVERY_8_HOURS(8),
    /** Every twelve hours. */
    EVERY_12_HOURS(12),
    /** Every day. */
    DAILY(24),
    /** Every seven days. */
    WEEKLY(168),
    /** On the same day of every month. */
    MONTHLY(0);

    private final int hours;

    Frequency(int hours) {
        this.hours = hours;
    }

    /** How many exports there are after the first and up to a time that is not before it. */
    long exports(LocalDateTime first, LocalDateTime time) {
        return switch (this) {
            case ONCE -> 0;
            case MONTHLY -> ChronoUnit.MONTHS.between(first, time);
            default -> ChronoUnit.HOURS.between(first, time) / hours;
        };
    }

    /** The time that many exports after the first. */
    LocalDateTime after(LocalDateTime first, long exports) {
        return this == MONTHLY ? first.plusMonths(exports) : first.plusHours(hours * exports);
    }
}
