// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;

/**
 * An Experience Cloud id (visitor id): 38 decimal digits, leading zeros significant, held losslessly as two unsigned longs of 19 digits each.
 *
 * <p>Prints itself masked, since it names a person's browser; {@link #digits()} is for the wire. Source: Audience Manager, "Index of IDs".
 *
 * @param high the first 19 digits, unsigned
 * @param low the last 19 digits, unsigned
 */
public record Ecid(long high, long low) {
    /** Digits of an Experience Cloud id. */
    public static final int DIGITS = 38;

    private static final int HALF = 19;
    private static final int TEN = 10;

    /** Reads exactly 38 decimal digits; left when it is anything else. The violation does not repeat the id. */
    public static Either<Violation, Ecid> parse(CharSequence text) {
        if (text.length() != DIGITS) {
            return Either.left(wrong("has " + text.length() + " characters"));
        }
        for (int i = 0; i < DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Either.left(wrong("has something else than a digit at position " + (i + 1)));
            }
        }
        return Either.right(new Ecid(half(text, 0), half(text, HALF)));
    }

    /** The 38 digits. */
    public String digits() {
        return padded(high) + padded(low);
    }

    /** The first 19 digits of the id at {@code text[from, from + 38)}, which are digits. */
    public static long high(byte[] text, int from) {
        return half(text, from);
    }

    /** The last 19 digits of the id at {@code text[from, from + 38)}, which are digits. */
    public static long low(byte[] text, int from) {
        return half(text, from + HALF);
    }

    /** Writes the 38 digits of the id of these halves into {@code out}, without making an object. */
    public static void write(long high, long low, byte[] out) {
        write(high, out, 0);
        write(low, out, HALF);
    }

    @Override
    public String toString() {
        return "Ecid[hidden]";
    }

    private static long half(CharSequence text, int from) {
        return Long.parseUnsignedLong(text, from, from + HALF, 10);
    }

    private static long half(byte[] text, int from) {
        long value = 0;
        for (int i = from; i < from + HALF; i++) {
            value = value * TEN + (text[i] - '0');
        }
        return value;
    }

    private static void write(long half, byte[] out, int from) {
        long rest = half;
        for (int i = from + HALF - 1; i >= from; i--) {
            long next = Long.divideUnsigned(rest, TEN);
            out[i] = (byte) ('0' + (rest - next * TEN));
            rest = next;
        }
    }

    private static String padded(long half) {
        String digits = Long.toUnsignedString(half);
        return "0".repeat(HALF - digits.length()) + digits;
    }

    private static Violation wrong(String why) {
        return new Violation(
                "visitor id",
                "An Experience Cloud id has exactly 38 decimal digits, leading zeros included; this one " + why);
    }
}
