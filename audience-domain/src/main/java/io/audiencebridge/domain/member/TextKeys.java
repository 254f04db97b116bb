// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows, each a recipient and one of its keys as UTF-8 text, in parallel primitive arrays.
 *
 * <p>A recipient with several keys has several rows, one after the other, also across batches of one source; one without any key has a single row
 * marked {@link #KEYLESS}. Rows that name no recipient (members of a shared audience) carry recipient 0. A batch stays as it is, and the arrays a row
 * is read from stay valid, until a reader gives it back ({@link #giveBack}). Safe to read by several threads.
 */
public final class TextKeys {
    /** Mark of a row that states a recipient without a key. */
    public static final byte KEYLESS = 1;

    /** Mark of a row whose recipient has opted out (SEMANTICS S23). */
    public static final byte OPTED_OUT = 2;

    /** Mark of a line that could not be read as a row (SEMANTICS S5); it is counted as invalid. */
    public static final byte UNDECIDABLE = 4;

    /** Mark of a row whose recipient leaves the list; rows without it enter. */
    public static final byte LEAVING = 8;

    private final int size;
    private final long[] recipientHigh;
    private final long[] recipientLow;
    private final int[] offsets;
    private final byte[] text;
    private final byte[] marks;
    private final @Nullable Consumer<TextKeys> spares;

    /** A batch of these arrays, of which the first {@code size} rows count; an array of recipients may be empty if all are 0. */
    TextKeys(
            int size,
            long[] recipientHigh,
            long[] recipientLow,
            int[] offsets,
            byte[] text,
            byte[] marks,
            @Nullable Consumer<TextKeys> spares) {
        this.size = size;
        this.recipientHigh = recipientHigh;
        this.recipientLow = recipientLow;
        this.offsets = offsets;
        this.text = text;
        this.marks = marks;
        this.spares = spares;
    }

    /**
     * Says that nobody will read this batch any more: whoever made it may use its memory again. Optional, and without effect on batches of sources that keep theirs. At
     * most once, by the last reader.
     */
    public void giveBack() {
        if (spares != null) {
            spares.accept(this);
        }
    }

    /**
     * A batch over arrays that nobody writes any more, of which the first {@code size} rows count.
     *
     * @param offsets where each key begins in {@code text}, and where the last one ends
     */
    public static TextKeys over(
            int size, long[] recipientHigh, long[] recipientLow, int[] offsets, byte[] text, byte[] marks) {
        return new TextKeys(size, recipientHigh, recipientLow, offsets, text, marks, null);
    }

    /** The same, over arrays that are written again once the batch was given back; then {@code spares} is told. */
    public static TextKeys over(
            int size,
            long[] recipientHigh,
            long[] recipientLow,
            int[] offsets,
            byte[] text,
            byte[] marks,
            Consumer<TextKeys> spares) {
        return new TextKeys(size, recipientHigh, recipientLow, offsets, text, marks, spares);
    }

    /** Rows in the batch. */
    public int size() {
        return size;
    }

    /** The first 64 bits of the recipient of {@code row}. */
    public long recipientHigh(int row) {
        return recipientHigh.length == 0 ? 0 : recipientHigh[row];
    }

    /** The last 64 bits of the recipient of {@code row}. */
    public long recipientLow(int row) {
        return recipientLow.length == 0 ? 0 : recipientLow[row];
    }

    /** Where the key of {@code row} begins in {@link #text()}. */
    public int start(int row) {
        return offsets[row];
    }

    /** Where the key of {@code row} ends in {@link #text()}, exclusive. */
    public int end(int row) {
        return offsets[row + 1];
    }

    /** The keys' bytes, one after the other, up to the {@link #end} of the last row, where the array need not end; read only. */
    public byte[] text() {
        return text;
    }

    /** Whether {@code row} carries {@code mark}. */
    public boolean has(int row, byte mark) {
        return (marks[row] & mark) != 0;
    }

    /** The same rows, those in {@code rows} with {@code mark} besides their own. Giving it back gives this batch back, which must not be used any more. */
    public TextKeys marked(BitSet rows, byte mark) {
        byte[] more = Arrays.copyOf(marks, size);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            more[row] |= mark;
        }
        return new TextKeys(
                size, recipientHigh, recipientLow, offsets, text, more, spares == null ? null : marked -> giveBack());
    }

    /** Whether two rows of this batch name the same recipient. */
    public boolean sameRecipient(int row, int other) {
        return recipientHigh(row) == recipientHigh(other) && recipientLow(row) == recipientLow(other);
    }

    int[] offsets() {
        return offsets;
    }

    byte[] marks() {
        return marks;
    }

    long[] lows() {
        return recipientLow;
    }

    long[] highs() {
        return recipientHigh;
    }
}
