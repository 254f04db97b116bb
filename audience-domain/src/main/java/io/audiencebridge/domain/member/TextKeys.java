// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;

/**
 * A batch of rows, each a recipient and one of its keys as UTF-8 text, in parallel primitive arrays.
 *
 * <p>A recipient with several keys has several rows, one after the other, also across batches of one source; one without any key has a single row
 * marked {@link #KEYLESS}. Rows that name no recipient (members of a shared audience) carry recipient 0. Batches are never reused: the arrays a row
 * is read from stay valid. Safe to read by several threads.
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

    TextKeys(TextKeysBuilder built) {
        size = built.size;
        recipientHigh = Arrays.copyOf(built.recipientHigh, size);
        recipientLow = Arrays.copyOf(built.recipientLow, size);
        offsets = Arrays.copyOf(built.offsets, size + 1);
        text = Arrays.copyOf(built.text, offsets[size]);
        marks = Arrays.copyOf(built.marks, size);
    }

    /** Rows in the batch. */
    public int size() {
        return size;
    }

    /** The first 64 bits of the recipient of {@code row}. */
    public long recipientHigh(int row) {
        return recipientHigh[row];
    }

    /** The last 64 bits of the recipient of {@code row}. */
    public long recipientLow(int row) {
        return recipientLow[row];
    }

    /** Where the key of {@code row} begins in {@link #text()}. */
    public int start(int row) {
        return offsets[row];
    }

    /** Where the key of {@code row} ends in {@link #text()}, exclusive. */
    public int end(int row) {
        return offsets[row + 1];
    }

    /** The keys' bytes, one after the other; read only. */
    public byte[] text() {
        return text;
    }

    /** Whether {@code row} carries {@code mark}. */
    public boolean has(int row, byte mark) {
        return (marks[row] & mark) != 0;
    }

    /** Whether two rows of this batch name the same recipient. */
    public boolean sameRecipient(int row, int other) {
        return recipientHigh[row] == recipientHigh[other] && recipientLow[row] == recipientLow[other];
    }
}
