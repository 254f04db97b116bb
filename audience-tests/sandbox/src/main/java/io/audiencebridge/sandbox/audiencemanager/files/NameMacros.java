// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What macros mean in the name and the header of a file. Source: audience-manager.md, section 5.3. */
final class NameMacros implements Template.Macros {
    private static final int SECONDS = 10;

    private final Map<String, String> constants;
    private final Instant at;
    private final long digits;

    NameMacros(Map<String, String> constants, Instant at, long digits) {
        this.constants = constants;
        this.at = at;
        this.digits = digits;
    }

    /** The text of a template. */
    static String text(String template, NameMacros macros) {
        RowBuffer out = new RowBuffer();
        Template.parse(template, macros).write(new OutboundRow(List.of()), out);
        return out.text();
    }

    @Override
    public Template.Part macro(String name, Map<String, String> options) {
        String text = name.equals("TIMESTAMP") ? stamp(options.getOrDefault("format", "")) : constants.get(name);
        if (text == null) {
            throw new IllegalArgumentException("There is no macro " + name + " in names and headers");
        }
        return (row, out) -> out.put(text);
    }

    private String stamp(String format) {
        if (format.isEmpty()) {
            return Long.toString(digits == SECONDS ? at.getEpochSecond() : at.toEpochMilli());
        }
        // The documentation's own pattern YYYYMMDDhhmmss means year, month and day, and hours up to 23.
        String pattern = format.replace("YYYY", "yyyy").replace("DD", "dd").replace("hh", "HH");
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    @Override
    public Template.Part list(String name, Template.Part item, Map<String, String> options) {
        throw new IllegalArgumentException("There is no list " + name + " in names and headers");
    }

    @Override
    public Template.Part item(String attribute) {
        throw new IllegalArgumentException("There is no list in names and headers");
    }

    @Override
    public Function<OutboundRow, Boolean> condition(String name) {
        boolean given = !constants.getOrDefault(name, "").isEmpty();
        return row -> given;
    }
}
