// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values of one row, one behind the other in an array that every row fills anew. A value becomes a String only when it is asked for as one. Not
 * thread-safe.
 */
final class Cells {
    /** What {@link #digits} says of a value that is not a few digits. */
    static final int NO_DIGITS = -1;

    private static final int MOST_VALUES = 4096;

    /** Digits that always fit into 64 bits. */
    private static final int SURE_DIGITS = 18;

    private char[] chars = new char[512];
    private String[] paths = new String[16];
    private int[] ends = new int[17];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    String path(int index) {
        return paths[index];
    }

    /** The value at {@code index}. */
    String text(int index) {
        return new String(chars, ends[index], length(index));
    }

    /** Its characters, each of 16 bits. */
    int length(int index) {
        return ends[index + 1] - ends[index];
    }

    /** Where the first value at {@code path} is; negative when there is none. */
    int find(String path) {
        for (int i = 0; i < size; i++) {
            if (paths[i].equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the value at {@code index} is {@code text}. */
    boolean is(int index, String text) {
        int start = ends[index];
        boolean same = length(index) == text.length();
        for (int i = 0; same && i < text.length(); i++) {
            same = chars[start + i] == text.charAt(i);
        }
        return same;
    }

    /** The number that the value at {@code index} is, if it is nothing but at least one and at most 18 digits; {@link #NO_DIGITS} otherwise. */
    long digits(int index) {
        int length = length(index);
        if (length == 0 || length > SURE_DIGITS) {
            return NO_DIGITS;
        }
        long number = 0;
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return NO_DIGITS;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Writes the value at {@code index} in UTF-8 into {@code target}, which has room for three times its length; says where it ends. */
    int encode(int index, byte[] target, int start) {
        int to = start;
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            if (chars[i] >= 0x80) {
                byte[] encoded = text(index).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, target, start, encoded.length);
                return start + encoded.length;
            }
            target[to++] = (byte) chars[i];
        }
        return to;
    }

    /** Tells one row from another, almost surely. */
    long digest() {
        long digest = size;
        for (int i = 0; i < size; i++) {
            digest = digest * 0x9E3779B97F4A7C15L + paths[i].hashCode();
            digest = digest * 0x9E3779B97F4A7C15L + hash(i);
        }
        return digest;
    }

    /** Adds the value {@code source[start, end)}. */
    void add(String path, char[] source, int start, int end) throws Answer.Unfit {
        if (size == MOST_VALUES) {
            throw new Answer.Unfit("a row of more than " + MOST_VALUES + " values");
        }
        if (size == paths.length) {
            paths = Arrays.copyOf(paths, size * 2);
            ends = Arrays.copyOf(ends, size * 2 + 1);
        }
        int from = ends[size];
        int to = from + end - start;
        if (to > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(to, chars.length * 2));
        }
        System.arraycopy(source, start, chars, from, end - start);
        paths[size++] = path;
        ends[size] = to;
    }

    private long hash(int index) {
        long hash = 0;
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            hash = hash * 31 + chars[i];
        }
        return hash;
    }
}
