// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The rows of several chunks, in the order of their keys' hashes. A chunk says how many rows it has and which columns, then column by column the packed keys, the ids (of 4
 * bytes if all are positive numbers that fit, else their last halves, then their first halves unless all are numbers), the marks if there are any. Not thread-safe.
 */
final class RunRows {
    /** Rows of a full chunk. */
    static final int MOST = 8192;

    /** Bytes of a packed key. */
    static final int KEY = 2 * Long.BYTES;

    /** Where keys begin in a chunk. */
    static final int KEYS = 2 * Integer.BYTES;

    /** Bytes of a full chunk. */
    static final int MOST_BYTES = KEYS + MOST * (2 * Long.BYTES + KEY + 1);

    /** Says of a chunk that its ids have 4 bytes. */
    static final int SHORT = 1;

    /** Says of a chunk that its ids have 16 bytes. */
    static final int WIDE = 2;

    /** Says of a chunk that it has marks. */
    static final int MARKED = 4;

    /** Chunks that are brought into one order; in a file every so many begin anew. */
    static final int ALL_CHUNKS = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bits that count the rows of all chunks; the others of a hash order them. */
    private static final int ROW_BITS = 19;

    private final KeyHash hash;
    private long[] low = new long[MOST];
    private long[] high = new long[MOST];
    private long[] order = new long[MOST];
    private byte[] keys = new byte[MOST * KEY];
    private byte[] marks = new byte[MOST];
    private int size;

    RunRows(KeyHash hash) {
        this.hash = hash;
    }

    boolean isFull() {
        return size == MOST * ALL_CHUNKS;
    }

    int size() {
        return size;
    }

    void add(TextKeys batch, int row) {
        if (size == low.length) {
            grow();
        }
        low[size] = batch.recipientLow(row);
        high[size] = batch.recipientHigh(row);
        boolean keyless = batch.has(row, TextKeys.KEYLESS);
        marks[size] = (byte)
                ((keyless ? TextKeys.KEYLESS : 0) | (batch.has(row, TextKeys.OPTED_OUT) ? TextKeys.OPTED_OUT : 0));
        long first = 0;
        long last = 0;
        if (!keyless) {
            if (batch.end(row) - batch.start(row) != KEY) {
                throw new IllegalArgumentException("A recipient index takes packed keys only");
            }
            first = (long) LONGS.get(batch.text(), batch.start(row));
            last = (long) LONGS.get(batch.text(), batch.start(row) + Long.BYTES);
        }
        LONGS.set(keys, size * KEY, first);
        LONGS.set(keys, size * KEY + Long.BYTES, last);
        order[size] = hash.of(first, last) >>> ROW_BITS << ROW_BITS | size;
        size++;
    }

    /** Brings the rows into their order; none may be added before {@link #clear}. */
    void sort() {
        flipSigns();
        Arrays.sort(order, 0, size);
        flipSigns();
    }

    /** Writes a chunk: the rows from one number on, in their order, up to another. */
    void write(int from, int to, ByteBuffer out) {
        int columns = columns(from, to);
        out.putInt(to - from).putInt(columns);
        for (int i = from; i < to; i++) {
            out.put(keys, row(i) * KEY, KEY);
        }
        for (int i = from; i < to; i++) {
            if ((columns & SHORT) != 0) {
                out.putInt((int) low[row(i)]);
            } else {
                out.putLong(low[row(i)]);
            }
        }
        for (int i = from; (columns & WIDE) != 0 && i < to; i++) {
            out.putLong(high[row(i)]);
        }
        for (int i = from; (columns & MARKED) != 0 && i < to; i++) {
            out.put(marks[row(i)]);
        }
    }

    private int columns(int from, int to) {
        boolean fit = true;
        boolean wide = false;
        int marked = 0;
        for (int i = from; i < to; i++) {
            int row = row(i);
            fit &= high[row] == 0 && low[row] >>> (Integer.SIZE - 1) == 0;
            wide |= high[row] != low[row] >> (Long.SIZE - 1);
            marked |= marks[row];
        }
        return (fit ? SHORT : 0) | (wide ? WIDE : 0) | (marked != 0 ? MARKED : 0);
    }

    /** Forgets the rows. */
    void clear() {
        size = 0;
    }

    private int row(int place) {
        return (int) order[place] & (1 << ROW_BITS) - 1;
    }

    /** Longs are sorted with their sign, hashes without. */
    private void flipSigns() {
        for (int i = 0; i < size; i++) {
            order[i] ^= Long.MIN_VALUE;
        }
    }

    private void grow() {
        int more = 2 * size;
        low = Arrays.copyOf(low, more);
        high = Arrays.copyOf(high, more);
        order = Arrays.copyOf(order, more);
        keys = Arrays.copyOf(keys, more * KEY);
        marks = Arrays.copyOf(marks, more);
    }
}
