// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values as the router writes them. */
final class Texts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Texts() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Text for an attribute in single quotes or for an element. */
    static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                return escaped(text, i);
            }
        }
        return text;
    }

    /** Letters are ruled out by the first comparison. */
    private static boolean isSpecial(char character) {
        return character <= '>'
                && (character == '&'
                        || character == '<'
                        || character == '>'
                        || character == '\''
                        || character == '\n'
                        || character == '\r'
                        || character == '\t');
    }

    private static String escaped(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\'' -> out.append("&apos;");
                case '\n', '\r', '\t' ->
                    out.append("&#").append((int) character).append(';');
                default -> out.append(character);
            }
        }
        return out.toString();
    }
}
