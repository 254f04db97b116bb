// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in a file name, such as {@code YYYYMMdd_HHmmss} or {@code MMDDYYYY_HHMMSS}. Platform writes the letters in either case; {@code M} is the month before
 * the hours and minutes after them.
 *
 * @param fields what stands where: one of {@code y M d H m s}, or a literal
 */
record NameTime(Vector<Field> fields) {
    private static final Pattern RUN = Pattern.compile("Y+|y+|u+|M+|D+|d+|H+|h+|m+|S+|s+|'([^']*)'|[^A-Za-z']+");

    /**
     * A run of letters or a literal.
     *
     * @param letter one of {@code y M d H m s}; a blank for a literal
     * @param text as in the pattern, or the literal
     */
    record Field(char letter, String text) {
        private boolean isLiteral() {
            return letter == ' ';
        }

        private String pattern() {
            return isLiteral() ? Pattern.quote(text) : "([0-9]{" + text.length() + "})";
        }
    }

    /** None for a pattern with other letters, or without a year of four digits, a month and a day. */
    static Option<NameTime> parse(String pattern) {
        Vector<Field> fields = Vector.empty();
        Matcher run = RUN.matcher(pattern);
        int from = 0;
        for (; run.find() && run.start() == from; from = run.end()) {
            boolean afterHours = fields.exists(field -> field.letter() == 'H');
            fields = fields.append(field(run, afterHours));
        }
        NameTime time = new NameTime(fields);
        return from == pattern.length() && time.has('y', 4) && time.has('M', 2) && time.has('d', 2)
                ? Option.of(time)
                : Option.none();
    }

    private static Field field(Matcher run, boolean afterHours) {
        String text = run.group();
        char letter = switch (text.charAt(0)) {
            case 'Y', 'y', 'u' -> 'y';
            case 'M' -> afterHours ? 'm' : 'M';
            case 'D', 'd' -> 'd';
            case 'H', 'h' -> 'H';
            case 'm' -> 'm';
            case 'S', 's' -> 's';
            default -> ' ';
        };
        return new Field(letter, run.group(1) == null ? text : run.group(1));
    }

    private boolean has(char letter, int digits) {
        return fields.count(field -> field.letter() == letter && field.text().length() == digits) == 1;
    }

    /** What it matches, without a group of its own that has a name. */
    String pattern() {
        return fields.map(Field::pattern).mkString();
    }

    Option<Instant> read(String text) {
        Matcher found = Pattern.compile(pattern()).matcher(text);
        if (!found.matches()) {
            return Option.none();
        }
        Map<Character, Integer> values = fields.filter(field -> !field.isLiteral())
                .zipWithIndex()
                .toMap(field -> field._1().letter(), field -> Integer.parseInt(found.group(field._2() + 1)));
        try {
            LocalDateTime time = LocalDateTime.of(
                    values.get('y').get(),
                    values.get('M').get(),
                    values.get('d').get(),
                    values.get('H').getOrElse(0),
                    values.get('m').getOrElse(0),
                    values.get('s').getOrElse(0));
            return Option.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Option.none();
        }
    }

    String write(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return fields.map(field -> field.isLiteral() ? field.text() : digits(field, utc))
                .mkString();
    }

    private static String digits(Field field, LocalDateTime time) {
        int value = switch (field.letter()) {
            case 'y' -> time.getYear();
            case 'M' -> time.getMonthValue();
            case 'd' -> time.getDayOfMonth();
            case 'H' -> time.getHour();
            case 'm' -> time.getMinute();
            default -> time.getSecond();
        };
        return String.format(Locale.ROOT, "%0" + field.text().length() + "d", value);
    }
}
