// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the fuzzer made, with its beginning taken for choices: a seed is a choice of a few characters and the bytes themselves, readable in the repository.
 *
 * @param bytes all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Foreign(byte[] bytes) {
    private static final int MOST_AMPLIFIED = 1 << 19;

    /** Bytes in all. */
    public int length() {
        return bytes.length;
    }

    /** The choice at {@code index}, of so many; the first where there is nothing. */
    public int choice(int index, int of) {
        return index < bytes.length ? (bytes[index] & 0xff) % of : 0;
    }

    /** What is behind the first {@code choices} bytes. */
    public Foreign after(int choices) {
        return new Foreign(Arrays.copyOfRange(bytes, Math.min(choices, bytes.length), bytes.length));
    }

    /** In UTF-8, which turns what is none into replacement characters. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** With characters of one byte each, among them all control characters. */
    public String latin() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The middle third again and again, which shows what takes more than proportional time. */
    public Foreign amplified() {
        int third = bytes.length / 3;
        if (third == 0) {
            return this;
        }
        int times = MOST_AMPLIFIED / third;
        byte[] grown = Arrays.copyOf(bytes, 2 * third + times * third + bytes.length % 3);
        for (int i = 1; i < times; i++) {
            System.arraycopy(bytes, third, grown, third + i * third, third);
        }
        System.arraycopy(bytes, 2 * third, grown, third + times * third, bytes.length - 2 * third);
        return new Foreign(grown);
    }

    /** Amplified where the first byte is an exclamation mark; always without that byte. */
    public Foreign perhapsAmplified() {
        Foreign rest = after(1);
        return bytes.length > 0 && bytes[0] == '!' ? rest.amplified() : rest;
    }
}
