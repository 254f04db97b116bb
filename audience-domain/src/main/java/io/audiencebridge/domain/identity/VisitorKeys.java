// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Visitor ids: exactly 38 decimal digits; an old {@code uuid230} cookie value is none (SEMANTICS S10). */
final class VisitorKeys implements KeyTranslator {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long DIGITS = ONES * '0';
    private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        if (to - from != Ecid.DIGITS) {
            return INVALID;
        }
        long wrong = wrong((long) LONGS.get(text, to - Long.BYTES));
        for (int i = from; i < to - Long.BYTES; i += Long.BYTES) {
            wrong |= wrong((long) LONGS.get(text, i));
        }
        if (wrong != 0) {
            return INVALID;
        }
        System.arraycopy(text, from, out, 0, Ecid.DIGITS);
        return Ecid.DIGITS;
    }

    /** Not 0 unless all eight are digits: those begin with 3, and still do when 6 is added. */
    private static long wrong(long eight) {
        return ((eight & HIGH_HALVES) ^ DIGITS) | (((eight + ONES * 6) & HIGH_HALVES) ^ DIGITS);
    }
}
