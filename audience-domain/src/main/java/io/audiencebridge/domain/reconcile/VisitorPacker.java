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
    private static final long NIBBLES = 0xF0F0F0F0F0F0F0F0L;
    private static final long SIXES = 0x0606060606060606L;
    private static final int EIGHT = 8;
    private static final long EIGHT_DIGITS = 100_000_000L;
    private static final int HALF = 19;

    @Override
    public boolean pack(byte[] text, int from, int to) {
        if (to - from != Ecid.DIGITS) {
            return false;
        }
        long a = (long) LONGS.get(text, from);
        long b = (long) LONGS.get(text, from + EIGHT);
        long c = (long) LONGS.get(text, from + HALF);
        long d = (long) LONGS.get(text, from + HALF + EIGHT);
        int e = tail(text, from + 2 * EIGHT);
        int f = tail(text, from + HALF + 2 * EIGHT);
        if ((wrong(a) | wrong(b) | wrong(c) | wrong(d)) != 0 || (e | f) < 0) {
            return false;
        }
        return packed(
                (digits(a) * EIGHT_DIGITS + digits(b)) * 1000 + e, (digits(c) * EIGHT_DIGITS + digits(d)) * 1000 + f);
    }

    /** Not zero if one of the eight bytes is no digit. */
    private static long wrong(long bytes) {
        return ((bytes & NIBBLES) ^ ZEROS) | (((bytes + SIXES) & NIBBLES) ^ ZEROS);
    }

    /** The number that eight digits make, by adding up pairs, then fours, then all. */
    private static long digits(long bytes) {
        long ones = bytes - ZEROS;
        long pairs = ones * 10 + (ones >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    /** The number that three digits make; negative if one is none. */
    private static int tail(byte[] text, int from) {
        int x = text[from] - '0';
        int y = text[from + 1] - '0';
        int z = text[from + 2] - '0';
        int bad = (x | (9 - x)) | (y | (9 - y)) | (z | (9 - z));
        return bad < 0 ? -1 : x * 100 + y * 10 + z;
    }
}
