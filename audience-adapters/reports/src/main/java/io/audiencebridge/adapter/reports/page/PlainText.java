// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

/**
 * Text of somebody else's as it may be shown: what would steer a terminal, a page or the direction of the text around it is replaced by the replacement character. Languages
 * that are written from right to left stay as they are.
 */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** On one line: each line end and tab is a blank. */
    public static String line(String text) {
        return clean(text, false);
    }

    /** As {@link #line}, but line feeds stay. */
    public static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().map(each -> shown(each, lines)).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int shown(int character, boolean lines) {
        if (character == '\n') {
            return lines ? '\n' : ' ';
        }
        if (character == '\t' || character == '\r' || character == 0x2028 || character == 0x2029) {
            return ' ';
        }
        return steers(character) ? REPLACEMENT : character;
    }

    private static boolean steers(int character) {
        boolean direction =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        return direction
                || noCharacter
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }
}
