// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

/** Numbers of 38 decimal digits as two halves of 19, each an unsigned long. */
final class Digits {
    /** How many digits an id of a device has. Source: audience-manager.md, section 1.1. */
    static final int LENGTH = 38;

    /** One more than the largest half. */
    static final long LIMIT = Long.parseUnsignedLong("10000000000000000000");

    private static final int HALF = 19;
    private static final int TEN = 10;

    private Digits() {}

    static long high(byte[] bytes, int from) {
        return half(bytes, from);
    }

    static long low(byte[] bytes, int from) {
        return half(bytes, from + HALF);
    }

    private static long half(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + HALF; i++) {
            value = value * TEN + (bytes[i] - '0');
        }
        return value;
    }

    static int write(long high, long low, byte[] target, int at) {
        writeHalf(high, target, at);
        writeHalf(low, target, at + HALF);
        return LENGTH;
    }

    private static void writeHalf(long half, byte[] target, int at) {
        // The first division is the only one whose operand may need the sign bit.
        long rest = Long.divideUnsigned(half, TEN);
        target[at + HALF - 1] = (byte) ('0' + (half - rest * TEN));
        for (int i = at + HALF - 2; i >= at; i--) {
            long next = rest / TEN;
            target[i] = (byte) ('0' + (rest - next * TEN));
            rest = next;
        }
    }

    /** The sum of two halves without its carry. */
    static long plus(long left, long right) {
        long room = LIMIT - right;
        return Long.compareUnsigned(left, room) >= 0 ? left - room : left + right;
    }

    /** What added to the right half gives the left. */
    static long minus(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0 ? left - right : left + (LIMIT - right);
    }
}
