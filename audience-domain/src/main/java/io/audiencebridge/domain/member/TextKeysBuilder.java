// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;

/** Fills one {@link TextKeys} batch after the other. Not thread-safe. */
public final class TextKeysBuilder {
    /** Rows after which a batch should be handed on. */
    public static final int USUAL_ROWS = 8192;

    int size;
    long[] recipientHigh = new long[64];
    long[] recipientLow = new long[64];
    int[] offsets = new int[65];
    byte[] text = new byte[4096];
    byte[] marks = new byte[64];

    /** An empty builder. */
    public TextKeysBuilder() {}

    /** Rows so far. */
    public int size() {
        return size;
    }

    /** Whether the batch is large enough to be handed on. */
    public boolean isFull() {
        return size >= USUAL_ROWS;
    }

    /** Names the recipient of the rows added next. */
    public TextKeysBuilder recipient(long high, long low) {
        room();
        recipientHigh[size] = high;
        recipientLow[size] = low;
        return this;
    }

    /** Adds a row with the key {@code source[from, to)} and the marks given; its recipient is the one just named. */
    public void key(byte[] source, int from, int to, byte rowMarks) {
        room();
        int start = offsets[size];
        int end = start + to - from;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, text.length * 2));
        }
        System.arraycopy(source, from, text, start, to - from);
        close(end, rowMarks);
    }

    /** Adds a row without a key: {@link TextKeys#KEYLESS} and the marks given. */
    public void keyless(byte rowMarks) {
        room();
        close(offsets[size], (byte) (rowMarks | TextKeys.KEYLESS));
    }

    /** The batch filled so far; the builder starts anew. */
    public TextKeys build() {
        TextKeys batch = new TextKeys(this);
        Arrays.fill(recipientHigh, 0, size, 0);
        Arrays.fill(recipientLow, 0, size, 0);
        size = 0;
        return batch;
    }

    private void close(int end, byte rowMarks) {
        marks[size] = rowMarks;
        offsets[++size] = end;
    }

    private void room() {
        if (size == marks.length) {
            int more = size * 2;
            recipientHigh = Arrays.copyOf(recipientHigh, more);
            recipientLow = Arrays.copyOf(recipientLow, more);
            offsets = Arrays.copyOf(offsets, more + 1);
            marks = Arrays.copyOf(marks, more);
        }
    }
}
