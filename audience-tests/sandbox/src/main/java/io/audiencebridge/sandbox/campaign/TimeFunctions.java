// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static io.audiencebridge.sandbox.campaign.ColumnType.DATE;
import static io.audiencebridge.sandbox.campaign.ColumnType.NUMBER;
import static io.audiencebridge.sandbox.campaign.ColumnType.TIME;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The functions over dates and times, in the server's time zone. Source: campaign.md, section 4.7. */
final class TimeFunctions {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "days", ChronoUnit.DAYS,
            "hours", ChronoUnit.HOURS,
            "minutes", ChronoUnit.MINUTES,
            "months", ChronoUnit.MONTHS,
            "seconds", ChronoUnit.SECONDS,
            "years", ChronoUnit.YEARS);
    private static final long SECONDS_OF_DAY = 86_400;

    private TimeFunctions() {}

    /** The function of that lower-case name; null if there is none. */
    static @Nullable Function named(String name, Instant now) {
        ChronoUnit unit = name.length() > 3 ? UNITS.get(name.substring(3)) : null;
        if (unit != null && (name.startsWith("add") || name.startsWith("sub"))) {
            return shift(unit, name.startsWith("add") ? 1 : -1);
        }
        return switch (name) {
            case "getdate" -> Function.of(0, 0, TIME, values -> Texts.time(now));
            case "dateonly", "todate" -> Function.of(1, 1, DATE, values -> date(values.get(0)));
            case "todatetime" -> Function.of(1, 1, TIME, values -> Times.normal(values.get(0)));
            case "daysago" ->
                Function.of(
                        1,
                        1,
                        DATE,
                        values -> Times.date(LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                                .minusDays(Values.number(values.get(0)).longValue())));
            case "daysdiff" -> Function.of(2, 2, NUMBER, values -> days(values.get(0), values.get(1)));
            case "truncdate" -> Function.of(2, 2, TIME, values -> truncated(values.get(0), values.get(1)));
            case "year" -> part(LocalDateTime::getYear);
            case "month" -> part(LocalDateTime::getMonthValue);
            case "day" -> part(LocalDateTime::getDayOfMonth);
            case "hour" -> part(LocalDateTime::getHour);
            default -> null;
        };
    }

    private static Function shift(ChronoUnit unit, int sign) {
        return Function.of(2, 2, TIME, values -> {
            LocalDateTime time = Times.read(values.get(0));
            return time == null
                    ? ""
                    : Times.text(time.plus(sign * Values.number(values.get(1)).longValue(), unit));
        });
    }

    private static Function part(ToIntFunction<LocalDateTime> part) {
        return Function.of(1, 1, NUMBER, values -> {
            LocalDateTime time = Times.read(values.get(0));
            return time == null ? "0" : Integer.toString(part.applyAsInt(time));
        });
    }

    private static String date(String text) {
        LocalDateTime time = Times.read(text);
        return time == null ? "" : Times.date(time);
    }

    private static String days(String one, String two) {
        LocalDateTime first = Times.read(one);
        LocalDateTime second = Times.read(two);
        return first == null || second == null
                ? ""
                : Long.toString(ChronoUnit.DAYS.between(second.toLocalDate(), first.toLocalDate()));
    }

    private static String truncated(String text, String seconds) {
        LocalDateTime time = Times.read(text);
        long step = Math.max(1, Math.min(SECONDS_OF_DAY, Values.number(seconds).longValue()));
        if (time == null) {
            return "";
        }
        long ofDay = time.toLocalTime().toSecondOfDay();
        return Times.text(time.toLocalDate().atStartOfDay().plusSeconds(ofDay - ofDay % step));
    }
}
