// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as texts that are ordered as the times are: {@code 2026-01-02 03:04:05.006Z}. All in UTC, which is the server's zone. */
final class Times {
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ](\\d{2}:\\d{2})(?::(\\d{2})(?:\\.(\\d{1,3})\\d*)?)?)?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final int NORMAL_LENGTH = "2026-01-02 03:04:05.006Z".length();
    private static final int DATE_LENGTH = "2026-01-02".length();

    private Times() {}

    /** The form in which times are kept and compared; what is no time stays as it is. */
    static String normal(String text) {
        if (text.length() == NORMAL_LENGTH && text.charAt(DATE_LENGTH) == ' ') {
            return text;
        }
        LocalDateTime time = read(text);
        return time == null ? text : Texts.time(time.toInstant(ZoneOffset.UTC));
    }

    /** The time that a text says; null if it says none. */
    static @Nullable LocalDateTime read(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(parts.group(1));
            LocalDateTime time = parts.group(2) == null
                    ? date.atStartOfDay()
                    : LocalDateTime.parse(date + "T" + parts.group(2) + ":" + seconds(parts.group(3), parts.group(4)));
            String zone = parts.group(5);
            return zone == null || zone.equals("Z") || parts.group(2) == null
                    ? time
                    : time.minusSeconds(ZoneOffset.of(zone).getTotalSeconds());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static String seconds(@Nullable String seconds, @Nullable String millis) {
        return (seconds == null ? "00" : seconds) + (millis == null ? "" : "." + millis);
    }

    static String text(LocalDateTime time) {
        return Texts.time(time.toInstant(ZoneOffset.UTC));
    }

    static String date(LocalDateTime time) {
        return time.toLocalDate().toString();
    }

    /** The instant that a kept time says; the epoch if it says none. */
    static Instant instant(String text) {
        LocalDateTime time = read(text);
        return time == null ? Instant.EPOCH : time.toInstant(ZoneOffset.UTC);
    }
}
