// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

/**
 * Times of rows as milliseconds since 1970, without an object per row: {@code 2024-05-01T10:00:00.123Z}, with an offset or a blank in place of {@code T},
 * without a zone as UTC, or seconds or milliseconds since 1970.
 */
final class EventTime {
    /** In place of a time that cannot be read. */
    static final long UNREADABLE = Long.MIN_VALUE + 1;

    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;
    private static final int DATE_AND_TIME = 19;
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private EventTime() {}

    static long millis(byte[] text, int from, int to) {
        int length = to - from;
        if (length == SECONDS_DIGITS || length == MILLIS_DIGITS) {
            long since = digits(text, from, to);
            return since < 0 ? UNREADABLE : length == SECONDS_DIGITS ? since * 1000 : since;
        }
        return length < DATE_AND_TIME ? UNREADABLE : dated(text, from, to);
    }

    private static long dated(byte[] text, int from, int to) {
        boolean shaped = text[from + 4] == '-'
                && text[from + 7] == '-'
                && (text[from + 10] == 'T' || text[from + 10] == ' ')
                && text[from + 13] == ':'
                && text[from + 16] == ':';
        long date = shaped ? date(text, from) : UNREADABLE;
        long time = shaped ? time(text, from + 11) : UNREADABLE;
        int zone = from + DATE_AND_TIME;
        long fraction = 0;
        if (zone < to && text[zone] == '.') {
            int begin = ++zone;
            while (zone < to && text[zone] >= '0' && text[zone] <= '9') {
                zone++;
            }
            fraction = zone == begin ? UNREADABLE : thousandths(text, begin, zone);
        }
        long offset = offset(text, zone, to);
        boolean wrong = date == UNREADABLE || time == UNREADABLE || fraction == UNREADABLE || offset == UNREADABLE;
        return wrong ? UNREADABLE : date + time + fraction - offset;
    }

    private static long date(byte[] text, int from) {
        long year = digits(text, from, from + 4);
        int month = (int) digits(text, from + 5, from + 7);
        long day = digits(text, from + 8, from + 10);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
            return UNREADABLE;
        }
        // Days since 1970 in the proleptic calendar, counted in years that begin in March.
        long years = month > 2 ? year : year - 1;
        long era = Math.floorDiv(years, 400);
        long ofEra = years - era * 400;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return (era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468) * DAY;
    }

    private static int lastDay(long year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static long time(byte[] text, int from) {
        long hour = digits(text, from, from + 2);
        long minute = digits(text, from + 3, from + 5);
        long second = digits(text, from + 6, from + 8);
        boolean wrong = hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59;
        return wrong ? UNREADABLE : hour * 60 * MINUTE + minute * MINUTE + second * 1000;
    }

    private static long thousandths(byte[] text, int from, int to) {
        long value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (from + i < to ? text[from + i] - '0' : 0);
        }
        return value;
    }

    private static long offset(byte[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || (length == 1 && text[from] == 'Z')) {
            return 0;
        }
        boolean colon = length == 6 && text[from + 3] == ':';
        if ((length != 5 && !colon) || (text[from] != '+' && text[from] != '-')) {
            return UNREADABLE;
        }
        long hours = digits(text, from + 1, from + 3);
        long minutes = digits(text, to - 2, to);
        long sum = (hours * 60 + minutes) * MINUTE;
        return hours < 0 || hours > 18 || minutes < 0 || minutes > 59 ? UNREADABLE : text[from] == '-' ? -sum : sum;
    }

    /** -1 for something else than digits. */
    private static long digits(byte[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }
}
