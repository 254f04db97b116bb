// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pattern of a file's name. Source: experience-cloud.md, section 4.3. UNVERIFIED: times are in UTC. */
final class NameTemplate {
    private static final Pattern MACRO = Pattern.compile("%([A-Z_]+)(?:\\(([^)]*)\\))?%");

    private final String template;

    NameTemplate(String template) {
        this.template = template;
    }

    /** The name without an ending; macros that are not known stay as they are. */
    String name(Map<String, String> values, Instant time) {
        return MACRO.matcher(template)
                .replaceAll(macro ->
                        Matcher.quoteReplacement(value(macro.group(1), macro.group(2), macro.group(), values, time)));
    }

    private static String value(
            String name, @Nullable String pattern, String macro, Map<String, String> values, Instant time) {
        return switch (name) {
            case "DATETIME" ->
                format(pattern == null ? "YYYYMMddHHmmss" : pattern).format(time);
            case "TIMESTAMP" -> Long.toString(time.getEpochSecond());
            default -> values.getOrDefault(name, macro);
        };
    }

    /** People write capitals where a day or a second is meant: {@code MMDDYYYY_HHMMSS}. */
    private static DateTimeFormatter format(String pattern) {
        String meant = pattern.replace("YYYY", "uuuu")
                .replace("yyyy", "uuuu")
                .replace("DD", "dd")
                .replace("HHMM", "HHmm")
                .replace("SS", "ss");
        return DateTimeFormatter.ofPattern(meant, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
