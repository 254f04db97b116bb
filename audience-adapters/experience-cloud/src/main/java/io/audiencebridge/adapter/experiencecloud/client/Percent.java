// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as a browser's {@code encodeURIComponent} does it: UTF-8, and everything but letters, digits and {@code -_.!~*'()}. */
final class Percent {
    private static final String PLAIN = "-_.!~*'()";
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();
    private static final int MOST_ROUNDS = 4;

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int value = each & 0xff;
            if (isPlain(value)) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(DIGITS[value >> 4]).append(DIGITS[value & 0xf]);
            }
        }
        return encoded.toString();
    }

    /** The text that {@code encoded} stands for; none when an escape is cut or the bytes are no UTF-8. A plus sign is a plus sign. */
    static Option<String> decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return Option.some(encoded);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            int next = encoded.indexOf('%', at);
            int end = next < 0 ? encoded.length() : next;
            bytes.writeBytes(encoded.substring(at, end).getBytes(StandardCharsets.UTF_8));
            if (next < 0) {
                break;
            }
            int value = value(encoded, next);
            if (value < 0) {
                return Option.none();
            }
            bytes.write(value);
            at = next + 3;
        }
        return text(bytes.toByteArray());
    }

    /** As {@link #decode}, but text that cannot be decoded stays as it is. */
    static String decodeOrKeep(String encoded) {
        return decode(encoded).getOrElse(encoded);
    }

    /**
     * Decodes until nothing changes any more, since links are encoded once by each hand they go through; four times at most. None when the text is broken as it stands;
     * what looks broken only after a round is text that holds a percent sign.
     */
    static Option<String> decodeAll(String encoded) {
        Option<String> first = decode(encoded);
        if (first.isEmpty()) {
            return first;
        }
        String text = first.get();
        for (int round = 1; round < MOST_ROUNDS && text.indexOf('%') >= 0; round++) {
            text = decodeOrKeep(text);
        }
        return Option.some(text);
    }

    private static int value(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static Option<String> text(byte[] bytes) {
        try {
            return Option.some(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException foreign) {
            return Option.none();
        }
    }

    private static boolean isPlain(int value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || PLAIN.indexOf(value) >= 0;
    }
}
