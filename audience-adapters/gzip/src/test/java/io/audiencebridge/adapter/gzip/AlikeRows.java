// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Made-up content, by a number: rows that look alike, rows that nearly do, and what has no rows at all. The same number gives the same content. */
final class AlikeRows {
    private static final String DIGITS = "0123456789";
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final String[] CONSTANTS = {
        "\td_sid=2345678", "\t", "\td_unsid=1,d_sid=22", "", ",x", "\t" + "ic_111=222,".repeat(40), "\r", "\té"
    };

    private final SplittableRandom random;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private AlikeRows(SplittableRandom random) {
        this.random = random;
    }

    /** Visitor ids with a trait, as a share writes them. */
    static byte[] visitors(int rows) {
        AlikeRows made = new AlikeRows(new SplittableRandom(rows));
        for (int row = 0; row < rows; row++) {
            made.text(DIGITS, 38);
            made.append("\td_sid=2345678\n");
        }
        return made.content.toByteArray();
    }

    /** Anything. */
    static byte[] any(long number) {
        AlikeRows made = new AlikeRows(new SplittableRandom(number));
        int kind = made.random.nextInt(10);
        if (kind == 0) {
            made.noise(made.random.nextInt(20_000));
        } else {
            made.rows(made.random.nextInt(600), kind);
        }
        byte[] bytes = made.content.toByteArray();
        return kind == 9 ? made.damaged(bytes) : bytes;
    }

    private void rows(int rows, int kind) {
        String alphabet = random.nextBoolean() ? DIGITS : HEXADECIMAL;
        String before = CONSTANTS[random.nextInt(CONSTANTS.length)];
        String after = CONSTANTS[random.nextInt(CONSTANTS.length)];
        int width = random.nextInt(1, random.nextInt(20) == 0 ? 1100 : 70);
        int oddities = kind < 4 ? 0 : 1 << random.nextInt(10);
        for (int row = 0; row < rows; row++) {
            if (oddities > 0 && random.nextInt(1024) < oddities) {
                oddity();
                continue;
            }
            append(before);
            text(alphabet, kind % 2 == 0 ? width : random.nextInt(width + 1));
            append(after);
            if (kind == 8) {
                append("=");
                text(alphabet, width);
            }
            content.write('\n');
        }
    }

    /** What nobody expects in the midst of rows. */
    private void oddity() {
        switch (random.nextInt(6)) {
            case 0 -> noise(random.nextInt(100));
            case 1 -> append("\n".repeat(random.nextInt(5)));
            case 2 -> append("x".repeat(random.nextInt(3000)) + "\n");
            case 3 -> text(DIGITS, 38);
            case 4 -> noise(random.nextInt(5000));
            default -> append("\0\r\n");
        }
    }

    private byte[] damaged(byte[] bytes) {
        for (int i = random.nextInt(50); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void noise(int length) {
        for (int i = 0; i < length; i++) {
            content.write(random.nextInt(256));
        }
    }

    private void text(String alphabet, int length) {
        for (int i = 0; i < length; i++) {
            content.write(alphabet.charAt(random.nextInt(alphabet.length())));
        }
    }

    private void append(String text) {
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
