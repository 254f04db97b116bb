// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The cells of one row, one after the other in one array, without quotes and escapes. Reused for every row. */
final class RowBuffer {
    private final byte[] nullValue;
    private final byte[] emptyValue;
    private byte[] text = new byte[1024];
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];
    private int count;
    private int length;
    private boolean nul;

    RowBuffer(byte[] nullValue, byte[] emptyValue) {
        this.nullValue = nullValue;
        this.emptyValue = emptyValue;
    }

    void clear() {
        count = 0;
        length = 0;
        nul = false;
    }

    void add(byte next) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        nul |= next == 0;
        text[length++] = next;
    }

    void endCell(boolean wasQuoted) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            quoted = Arrays.copyOf(quoted, count * 2);
        }
        quoted[count] = wasQuoted;
        ends[count++] = length;
    }

    int count() {
        return count;
    }

    byte[] text() {
        return text;
    }

    int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean hasNul() {
        return nul;
    }

    /** A line without anything on it. */
    boolean isBlankLine() {
        return count == 1 && length == 0 && !quoted[0];
    }

    /** Whether nothing is there: an empty cell, or one that says so without quotes. */
    boolean isAbsent(int cell) {
        int from = start(cell);
        int to = end(cell);
        return from == to || (!quoted[cell] && (is(from, to, nullValue) || is(from, to, emptyValue)));
    }

    private boolean is(int from, int to, byte[] word) {
        return Arrays.equals(text, from, to, word, 0, word.length);
    }

    /** Whether a cell is this word of ASCII letters, whatever their case. */
    boolean says(int cell, String word) {
        int from = start(cell);
        if (end(cell) - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int there = text[from + i];
            if ((there >= 'A' && there <= 'Z' ? there + 32 : there) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A cell as text; for headers. */
    String string(int cell) {
        return new String(text, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
    }
}
