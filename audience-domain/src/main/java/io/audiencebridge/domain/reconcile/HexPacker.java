// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.Arrays;

/** SHA-256 hashes as 64 hexadecimal digits in lower case: the first half is kept, the second half only looked at. */
final class HexPacker extends KeyPacker {
    private static final int DIGITS = 64;
    private static final int DIGITS_OF_LONG = 16;
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < 10; i++) {
            VALUES['0' + i] = (byte) i;
        }
        for (int i = 0; i < 6; i++) {
            VALUES['a' + i] = (byte) (10 + i);
        }
    }

    @Override
    public boolean pack(byte[] text, int from, int to) {
        if (to - from != DIGITS) {
            return false;
        }
        int bad = 0;
        long first = 0;
        long second = 0;
        for (int i = from; i < from + DIGITS_OF_LONG; i++) {
            byte high = VALUES[text[i] & 0xff];
            byte low = VALUES[text[i + DIGITS_OF_LONG] & 0xff];
            bad |= high
                    | low
                    | VALUES[text[i + 2 * DIGITS_OF_LONG] & 0xff]
                    | VALUES[text[i + 3 * DIGITS_OF_LONG] & 0xff];
            first = (first << 4) | high;
            second = (second << 4) | low;
        }
        return bad >= 0 && packed(first, second);
    }
}
