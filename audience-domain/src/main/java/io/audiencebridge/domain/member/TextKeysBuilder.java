// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Fills one {@link TextKeys} batch after the other. The arrays that are filled become the batch's: nothing is copied unless much room is left in them. Not thread-safe.
 */
public final class TextKeysBuilder {
    /** Rows after which a batch should be handed on. */
    public static final int USUAL_ROWS = 8192;

    private static final int FIRST_ROWS = 64;
    private static final int FIRST_TEXT = 4096;

    private final ConcurrentLinkedQueue<TextKeys> spares = new ConcurrentLinkedQueue<>();
    private final boolean reusing;
    private int size;
    private boolean named;
    private long nextHigh;
    private long nextLow;
    private int[] offsets;
    private byte[] text;
    private byte[] marks;
    private long[] recipientLow = {};
    private long[] recipientHigh = {};

    /** An empty builder of batches that stay as they are for ever. */
    public TextKeysBuilder() {
        this(false);
    }

    private TextKeysBuilder(boolean reusing) {
        this.reusing = reusing;
        this.offsets = new int[FIRST_ROWS + 1];
        this.text = new byte[FIRST_TEXT];
        this.marks = new byte[FIRST_ROWS];
    }

    /**
     * An empty builder that fills the arrays of batches that were given back ({@link TextKeys#giveBack}), so that a long stream allocates nothing. For sources that
     * hand on each batch once and keep none.
     */
    public static TextKeysBuilder reusing() {
        return new TextKeysBuilder(true);
    }

    /** Rows so far. */
    public int size() {
        return size;
    }

    /** Whether the batch is large enough to be handed on. */
    public boolean isFull() {
        return size >= USUAL_ROWS;
    }

    /** Names the recipient of the row added next. */
    public TextKeysBuilder recipient(long high, long low) {
        named = true;
        nextHigh = high;
        nextLow = low;
        return this;
    }

    /** Adds a row with the key {@code source[from, to)} and the marks given; its recipient is the one just named. */
    public void key(byte[] source, int from, int to, byte rowMarks) {
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
        close(offsets[size], (byte) (rowMarks | TextKeys.KEYLESS));
    }

    /** The batch filled so far; the builder starts anew. */
    public TextKeys build() {
        int rows = size;
        int bytes = offsets[rows];
        TextKeys batch = new TextKeys(
                rows,
                recipientHigh.length == 0 ? recipientHigh : fitting(recipientHigh, rows),
                recipientLow.length == 0 ? recipientLow : fitting(recipientLow, rows),
                isRoomy(offsets.length, rows + 1) ? Arrays.copyOf(offsets, rows + 1) : offsets,
                isRoomy(text.length, bytes) ? Arrays.copyOf(text, bytes) : text,
                isRoomy(marks.length, rows) ? Arrays.copyOf(marks, rows) : marks,
                reusing ? spares::add : null);
        begin(rows, bytes);
        return batch;
    }

    /** Batches that are kept must not hold much more memory than they need. */
    private boolean isRoomy(int there, int needed) {
        return !reusing && there - there / 4 > needed;
    }

    private long[] fitting(long[] ids, int rows) {
        return isRoomy(ids.length, rows) ? Arrays.copyOf(ids, rows) : ids;
    }

    /** The next batch will be about as large as the last one. */
    private void begin(int rows, int bytes) {
        TextKeys spare = spares.poll();
        size = 0;
        if (spare != null) {
            offsets = spare.offsets();
            text = spare.text();
            marks = spare.marks();
            recipientLow = spare.lows();
            recipientHigh = spare.highs();
            return;
        }
        int room = Math.max(FIRST_ROWS, rows);
        offsets = new int[room + 1];
        text = new byte[Math.max(FIRST_TEXT, bytes + bytes / 16)];
        marks = new byte[room];
        recipientLow = recipientLow.length == 0 ? recipientLow : new long[room];
        recipientHigh = new long[0];
    }

    private void close(int end, byte rowMarks) {
        if (size == marks.length) {
            more();
        }
        if (named || recipientLow.length > 0) {
            name();
        }
        marks[size] = rowMarks;
        offsets[++size] = end;
    }

    private void name() {
        if (recipientLow.length == 0) {
            recipientLow = new long[marks.length];
        }
        if (nextHigh != 0 && recipientHigh.length == 0) {
            recipientHigh = new long[marks.length];
        }
        recipientLow[size] = nextLow;
        if (recipientHigh.length > 0) {
            recipientHigh[size] = nextHigh;
        }
        named = false;
        nextHigh = 0;
        nextLow = 0;
    }

    private void more() {
        int more = size * 2;
        offsets = Arrays.copyOf(offsets, more + 1);
        marks = Arrays.copyOf(marks, more);
        recipientLow = recipientLow.length == 0 ? recipientLow : Arrays.copyOf(recipientLow, more);
        recipientHigh = recipientHigh.length == 0 ? recipientHigh : Arrays.copyOf(recipientHigh, more);
    }
}
