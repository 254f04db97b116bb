// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** SHA-256 hashes as 64 hexadecimal digits in lower case, eight digits at a step: the first half is kept, the second half only looked at. */
final class HexPacker extends KeyPacker {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int DIGITS = 64;
    private static final int EIGHT = 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_NIBBLES = 0x0F * ONES;
    private static final long HIGH_NIBBLES = LOW_NIBBLES << 4;
    private static final int LETTER_BIT = 6;

    /** Of a digit; a letter has twice as much. */
    private static final int ZONE = 0x30;

    @Override
    public boolean pack(byte[] text, int from, int to) {
        if (to - from != DIGITS) {
            return false;
        }
        long a = (long) LONGS.get(text, from);
        long b = (long) LONGS.get(text, from + EIGHT);
        long c = (long) LONGS.get(text, from + 2 * EIGHT);
        long d = (long) LONGS.get(text, from + 3 * EIGHT);
        long wrong = wrong(a) | wrong(b) | wrong(c) | wrong(d);
        for (int at = from + DIGITS / 2; at < to; at += EIGHT) {
            wrong |= wrong((long) LONGS.get(text, at));
        }
        return wrong == 0 && packed((number(a) << Integer.SIZE) | number(b), (number(c) << Integer.SIZE) | number(d));
    }

    /** Not zero if one of the eight bytes is no digit. */
    private static long wrong(long bytes) {
        long letters = letters(bytes);
        long values = values(bytes, letters);
        long zone = (bytes & HIGH_NIBBLES) ^ (ZONE * ONES + ZONE * letters);
        long tenOrMore = ((values + 6 * ONES) ^ (letters << 4)) & HIGH_NIBBLES;
        return zone | (values & HIGH_NIBBLES) | tenOrMore;
    }

    /** A one for each byte that stands in the columns of letters. */
    private static long letters(long bytes) {
        return (bytes >>> LETTER_BIT) & ONES;
    }

    private static long values(long bytes, long letters) {
        return (bytes & LOW_NIBBLES) + 9 * letters;
    }

    /** The number of 32 bits that eight digits make, by putting pairs together, then fours, then all. */
    private static long number(long bytes) {
        long ones = values(bytes, letters(bytes));
        long pairs = (ones | (ones >>> 4)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs | (pairs >>> 8)) & 0x0000FFFF0000FFFFL;
        return (fours | (fours >>> 16)) & 0x00000000FFFFFFFFL;
    }
}
