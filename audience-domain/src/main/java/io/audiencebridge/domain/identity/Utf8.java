// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks on UTF-8 bytes. */
final class Utf8 {
    private Utf8() {}

    static boolean isAscii(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether decoding and encoding again gives the same bytes; makes no object for plain ASCII. */
    static boolean isValid(byte[] text, int from, int to) {
        if (isAscii(text, from, to)) {
            return true;
        }
        byte[] again = decoded(text, from, to).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, text, from, to);
    }

    static boolean hasWhiteSpaceOrControl(byte[] text, int from, int to) {
        return decoded(text, from, to).codePoints().anyMatch(Utf8::whiteSpaceOrControl);
    }

    static boolean whiteSpaceOrControl(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    static String decoded(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
