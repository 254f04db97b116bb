// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.util.Random;

/** Content to send through streams; the same for the same size. */
final class Content {
    private static final byte[] SIGNAL = Files.bytes("\td_sid=2345678\n");
    private static final int DIGITS = 38;

    private Content() {}

    /** Rows of 38 digits and the same signal each, cut at {@code size} bytes. */
    static byte[] rows(int size) {
        Random random = new Random(size);
        byte[] rows = new byte[size];
        int width = DIGITS + SIGNAL.length;
        for (int i = 0; i < size; i++) {
            int column = i % width;
            rows[i] = column < DIGITS ? (byte) ('0' + random.nextInt(10)) : SIGNAL[column - DIGITS];
        }
        return rows;
    }

    /** Bytes that nothing compresses. */
    static byte[] noise(int size) {
        return Files.random(size);
    }
}
