// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Points in time as Campaign writes them: UTC, a space between day and time, such as {@code 2026-01-02 03:04:05.006Z}. */
public final class Timestamps {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int WHOLE = "2026-01-02 03:04:05.006Z".length();
    private static final int NANOS_OF_MILLI = 1_000_000;

    private Timestamps() {}

    /** Reads a point in time; none when it is none. The usual form is read digit by digit, without a formatter. */
    public static Option<Instant> instant(String text) {
        return isUsual(text) ? usual(text) : other(text);
    }

    /** Reads a day, of which a point in time has one, too; none when it is none. */
    public static Option<LocalDate> date(String text) {
        try {
            return Option.some(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException none) {
            return Option.none();
        }
    }

    private static Option<Instant> usual(String text) {
        try {
            long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                    .toEpochDay();
            int second = digits(text, 11, 13) * 3600 + digits(text, 14, 16) * 60 + digits(text, 17, 19);
            return Option.some(
                    Instant.ofEpochSecond(day * SECONDS_OF_DAY + second, (long) digits(text, 20, 23) * NANOS_OF_MILLI));
        } catch (DateTimeException none) {
            return Option.none();
        }
    }

    private static Option<Instant> other(String text) {
        try {
            return Option.some(Instant.parse(text.replace(' ', 'T')));
        } catch (DateTimeException none) {
            return Option.none();
        }
    }

    private static boolean isUsual(String text) {
        boolean usual = text.length() == WHOLE && text.charAt(WHOLE - 1) == 'Z' && text.charAt(10) == ' ';
        for (int i = 0; usual && i < WHOLE - 1; i++) {
            char sign = text.charAt(i);
            usual = switch (i) {
                case 4, 7 -> sign == '-';
                case 10 -> true;
                case 13, 16 -> sign == ':';
                case 19 -> sign == '.';
                default -> sign >= '0' && sign <= '9';
            };
        }
        return usual && digits(text, 11, 13) < 24 && digits(text, 14, 16) < 60 && digits(text, 17, 19) < 60;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
