// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.Ecid;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Visitor ids: 38 digits as two numbers of 19 digits each, eight digits at a step. */
final class VisitorPacker extends KeyPacker {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long TOPS = 0x8080808080808080L;

    /** Sets the top bit of a byte that is more than a nine. */
    private static final long BEYOND_NINE = 0x4646464646464646L;

    private static final int EIGHT = 8;
    private static final long EIGHT_DIGITS = 100_000_000L;
    private static final int HALF = 19;
    private static final int FIVE = 5 * Byte.SIZE;
    private static final long FIVE_ZEROS = ZEROS << (3 * Byte.SIZE);
    private static final int DIGIT = 0xF;

    @Override
    public boolean pack(byte[] text, int from, int to) {
        if (to - from != Ecid.DIGITS) {
            return false;
        }
        long a = (long) LONGS.get(text, from);
        long b = (long) LONGS.get(text, from + EIGHT);
        long c = (long) LONGS.get(text, from + HALF);
        long d = (long) LONGS.get(text, from + HALF + EIGHT);
        long e = (long) LONGS.get(text, from + HALF - EIGHT) >>> FIVE;
        long f = (long) LONGS.get(text, from + 2 * HALF - EIGHT) >>> FIVE;
        long wrong = wrong(a) | wrong(b) | wrong(c) | wrong(d) | wrong(FIVE_ZEROS | e) | wrong(FIVE_ZEROS | f);
        if ((wrong & TOPS) != 0) {
            return false;
        }
        return packed(
                (digits(a) * EIGHT_DIGITS + digits(b)) * 1000 + three(e),
                (digits(c) * EIGHT_DIGITS + digits(d)) * 1000 + three(f));
    }

    /** The top bit of a byte is set if one of the eight bytes is no digit: of the lowest that is none, which no other carries over to. */
    private static long wrong(long bytes) {
        return (bytes + BEYOND_NINE) | (bytes - ZEROS);
    }

    /** The number that eight digits make, by adding up pairs, then fours, then all. */
    private static long digits(long bytes) {
        long ones = bytes - ZEROS;
        long pairs = ones * 10 + (ones >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    /** The number that the last three digits make, of which the first stands in the first byte. */
    private static long three(long bytes) {
        return (bytes & DIGIT) * 100 + ((bytes >>> Byte.SIZE) & DIGIT) * 10 + ((bytes >>> (2 * Byte.SIZE)) & DIGIT);
    }
}
