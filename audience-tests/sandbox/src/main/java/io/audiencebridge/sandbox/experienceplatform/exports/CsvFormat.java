// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How rows become text. Options are those of Spark's CSV writer, by their names and defaults. Source: experience-cloud.md, section 4.4.
 *
 * <p>UNVERIFIED: a quote inside is escaped and not doubled; a text {@code null} is put into quotes, as it would read as absent.
 */
final class CsvFormat {
    private final Map<String, String> options;
    private final String delimiter;
    private final String quote;
    private final String escape;

    CsvFormat(Map<String, String> options) {
        this.options = options;
        delimiter = option("delimiter", ",").replace("\\t", "\t");
        quote = option("quote", "\"").replace("\0", "");
        escape = option("escape", "\\");
    }

    private String option(String name, String usual) {
        return options.getOrDefault(name, usual);
    }

    boolean hasHeader() {
        return !option("header", "true").equalsIgnoreCase("false");
    }

    boolean isZipped() {
        return option("compression", "NONE").equalsIgnoreCase("GZIP");
    }

    Charset charset() {
        return Charset.forName(option("encoding", "UTF-8"));
    }

    String line(List<Optional<String>> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(delimiter)) + option("lineSeparator", "\n");
    }

    private String cell(Optional<String> value) {
        String absent = option("nullValue", "null");
        return value.map(text -> text.isEmpty() ? option("emptyValue", "") : quoted(text, absent))
                .orElse(absent);
    }

    private String quoted(String text, String absent) {
        boolean plain = !text.contains(delimiter)
                && !text.equals(absent)
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && !text.contains(quote);
        if (quote.isEmpty() || plain) {
            return text;
        }
        return quote + text.replace(escape, escape + escape).replace(quote, escape + quote) + quote;
    }
}
