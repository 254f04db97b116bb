// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.identity.KeyTranslator;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** One text after the other as UTF-8, in the same array. Not thread-safe. */
final class Utf8 {
    private final byte[] bytes = new byte[KeyTranslator.LONGEST];
    private final ByteBuffer out = ByteBuffer.wrap(bytes);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private int length;

    /** Takes a text. False when it is longer than any key, or no text. */
    boolean take(char[] source, int from, int count) {
        if (count > bytes.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            char character = source[from + i];
            if (character >= 0x80) {
                return encode(source, from, count);
            }
            bytes[i] = (byte) character;
        }
        length = count;
        return true;
    }

    /** The array that holds it. */
    byte[] bytes() {
        return bytes;
    }

    /** Its bytes. */
    int length() {
        return length;
    }

    private boolean encode(char[] source, int from, int count) {
        out.clear();
        CoderResult result = encoder.reset().encode(CharBuffer.wrap(source, from, count), out, true);
        boolean whole =
                !result.isError() && !result.isOverflow() && !encoder.flush(out).isOverflow();
        length = out.position();
        return whole;
    }
}
