// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.diagnosis.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and times as people read them. Times are in UTC. */
final class Figures {
    private static final DateTimeFormatter MINUTE = inUtc("d MMM yyyy, HH:mm");
    private static final DateTimeFormatter DAY = inUtc("d MMM");
    private static final DateTimeFormatter HOUR = inUtc("d MMM HH:mm");
    private static final double TENTH_OF_PERCENT = 0.001;
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final int THOUSAND = 1000;
    private static final int TEN = 10;

    private Figures() {}

    /** A count, its digits in groups of three. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count that is an estimate, rounded to whole ones. */
    static String about(double count) {
        return count(Math.round(count));
    }

    /** A share of 0 to 1 in percent; what is something is never shown as nothing, and what is not all never as all. */
    static String percent(double share) {
        if (share > 0 && share < TENTH_OF_PERCENT) {
            return "<0.1%";
        }
        if (share < 1 && share > 1 - TENTH_OF_PERCENT) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /** Of how many, in percent; empty when that is of nothing. */
    static String share(long part, long whole) {
        return whole <= 0 ? "" : percent((double) part / whole);
    }

    /** From where to where, in percent. */
    static String between(Interval shares) {
        return percent(shares.low()) + " to " + percent(shares.high());
    }

    /** A number of something: {@code 1 file}, {@code 2 files}. */
    static String number(long count, String one, String several) {
        return count(count) + " " + (count == 1 ? one : several);
    }

    /** A time of the day. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String hour(Instant time) {
        return HOUR.format(time);
    }

    /** How long, in the two largest units. */
    static String duration(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** How many bytes, in the largest unit of thousands that leaves something before the point. */
    static String bytes(long bytes) {
        double figure = bytes;
        int unit = 0;
        while (figure >= THOUSAND && unit < UNITS.size() - 1) {
            figure /= THOUSAND;
            unit++;
        }
        String form = unit == 0 || figure >= TEN ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, figure, UNITS.get(unit));
    }

    /** A time, for readers and for programs. */
    static Markup time(Instant time) {
        return el("time", minute(time)).attr("datetime", time.toString());
    }

    /** A place in a drawing, to a tenth. */
    static String coordinate(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private static DateTimeFormatter inUtc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
