// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.time.Duration;
import java.util.Optional;

/** How often an audience is exported. Source: Experience Platform, "Activate audiences to batch profile export destinations". */
public enum ExportFrequency {
    /** A single time; of full exports. */
    ONCE,

    /** Every day. */
    DAILY,

    /** Every week; of full exports, and of newer destinations only. */
    WEEKLY,

    /** Every month; of full exports, and of newer destinations only. */
    MONTHLY,

    /** Every 3 hours; of incremental exports. */
    EVERY_3_HOURS,

    /** Every 6 hours; of incremental exports. */
    EVERY_6_HOURS,

    /** Every 8 hours; of incremental exports. */
    EVERY_8_HOURS,

    /** Every 12 hours; of incremental exports. */
    EVERY_12_HOURS;

    /** The time between two exports; empty for a single one and for months, which differ in length. */
    public Optional<Duration> interval() {
        return switch (this) {
            case ONCE, MONTHLY -> Optional.empty();
            case DAILY -> Optional.of(Duration.ofDays(1));
            case WEEKLY -> Optional.of(Duration.ofDays(7));
            case EVERY_3_HOURS -> Optional.of(Duration.ofHours(3));
            case EVERY_6_HOURS -> Optional.of(Duration.ofHours(6));
            case EVERY_8_HOURS -> Optional.of(Duration.ofHours(8));
            case EVERY_12_HOURS -> Optional.of(Duration.ofHours(12));
        };
    }

    /** Whether exports of that mode may come so often. */
    public boolean suits(ExportMode mode) {
        boolean full = mode == ExportMode.DAILY_FULL_EXPORT;
        return switch (this) {
            case DAILY -> true;
            case ONCE, WEEKLY, MONTHLY -> full;
            case EVERY_3_HOURS, EVERY_6_HOURS, EVERY_8_HOURS, EVERY_12_HOURS -> !full;
        };
    }
}
