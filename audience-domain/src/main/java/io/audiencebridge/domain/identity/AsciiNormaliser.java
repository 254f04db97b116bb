// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What {@link KeyNormaliser} does, for plain ASCII and without an object: the rows of a list are nearly all of it. Its answers are the same, and where it cannot
 * tell, it says so.
 */
interface AsciiNormaliser {
    /** The value is invalid. */
    int INVALID = -1;

    /** The value is not plain ASCII; ask {@link KeyNormaliser}. */
    int UNDECIDED = -2;

    /**
     * Writes the normalised value of {@code text[from, to)} to {@code into[0, n)}, which has room for as many bytes.
     *
     * @return n, {@link #INVALID} or {@link #UNDECIDED}
     */
    int normalise(byte[] text, int from, int to, byte[] into);

    static AsciiNormaliser of(KeyContent content) {
        return switch (content) {
            case OPAQUE -> AsciiNormaliser::opaque;
            case EMAIL -> AsciiNormaliser::email;
            case PHONE -> AsciiNormaliser::phone;
        };
    }

    private static int opaque(byte[] text, int from, int to, byte[] into) {
        if (!Utf8.isAscii(text, from, to)) {
            return UNDECIDED;
        }
        boolean blank = true;
        for (int i = from; i < to; i++) {
            if (text[i] < ' ' || text[i] == Ascii.DELETE) {
                return INVALID;
            }
            blank &= text[i] == ' ';
        }
        if (blank) {
            return INVALID;
        }
        System.arraycopy(text, from, into, 0, to - from);
        return to - from;
    }

    private static int email(byte[] text, int from, int to, byte[] into) {
        int begin = from;
        int end = to;
        while (begin < end && Ascii.isWhiteSpace(text[begin])) {
            begin++;
        }
        while (end > begin && Ascii.isWhiteSpace(text[end - 1])) {
            end--;
        }
        int length = end - begin;
        int signs = 0;
        long wrong = 0;
        long foreign = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) Ascii.LONGS.get(text, begin + i);
            foreign |= eight & Ascii.HIGH;
            wrong |= Ascii.wrong(eight);
            signs += Long.bitCount(Ascii.signs(eight));
            Ascii.LONGS.set(into, i, Ascii.lower(eight));
        }
        for (; i < length; i++) {
            byte one = text[begin + i];
            foreign |= one & 0x80;
            wrong |= one <= ' ' || one == Ascii.DELETE ? 1 : 0;
            signs += one == '@' ? 1 : 0;
            into[i] = (byte) (one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one);
        }
        if (foreign != 0) {
            return UNDECIDED;
        }
        boolean sound = wrong == 0 && signs == 1 && text[begin] != '@' && text[end - 1] != '@';
        return sound ? length : INVALID;
    }

    private static int phone(byte[] text, int from, int to, byte[] into) {
        if (!Utf8.isAscii(text, from, to)) {
            return UNDECIDED;
        }
        int begin = from;
        int end = to;
        while (begin < end && Ascii.isWhiteSpace(text[begin])) {
            begin++;
        }
        while (end > begin && Ascii.isWhiteSpace(text[end - 1])) {
            end--;
        }
        int length = 0;
        for (int i = begin; i < end; i++) {
            byte one = text[i];
            if (Ascii.isSeparator(one)) {
                continue;
            }
            boolean fits = length == 0 ? one == '+' : one >= (length == 1 ? '1' : '0') && one <= '9';
            if (!fits || length > Ascii.MOST_DIGITS) {
                return INVALID;
            }
            into[length++] = one;
        }
        return length > Ascii.FEWEST_DIGITS ? length : INVALID;
    }

    /** Eight characters at once in a number; all but {@link #HIGH} expect plain ASCII. */
    final class Ascii {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final byte DELETE = 0x7f;
        private static final int FEWEST_DIGITS = 8;
        private static final int MOST_DIGITS = 15;
        private static final long ONES = 0x0101010101010101L;

        /** The bits that only other characters have. */
        private static final long HIGH = ONES << 7;

        private Ascii() {}

        /** As {@link Character#isWhitespace(char)}. */
        private static boolean isWhiteSpace(byte one) {
            return one == ' ' || (one >= 9 && one <= 13) || (one >= 28 && one <= 31);
        }

        private static boolean isSeparator(byte one) {
            return one == ' ' || one == '(' || one == ')' || one == '.' || one == '-' || one == '/';
        }

        /** Not 0 when one is a control character or a space. */
        private static long wrong(long eight) {
            long visible = eight + ONES * (0x80 - ' ' - 1);
            long delete = eight + ONES;
            return (~visible | delete) & HIGH;
        }

        /** A bit for each {@code @}. */
        private static long signs(long eight) {
            long differing = (eight ^ (ONES * '@')) + ONES * 0x7f;
            return ~differing & HIGH;
        }

        private static long lower(long eight) {
            long fromA = eight + ONES * (0x80 - 'A');
            long behindZ = eight + ONES * (0x80 - 'Z' - 1);
            return eight + ((fromA & ~behindZ & HIGH) >>> 2);
        }
    }
}
