// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.TextKeys;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Consumer;

/** Room for one chunk, sealed and open, filled again and again. Keys stay where they were decrypted; of a row nothing is copied but its id and its marks. Not thread-safe. */
final class RunChunk {
    private static final int MOST_SEALED = RunRows.MOST_BYTES + 64;
    private static final long[] ALL_ZERO = {};
    private static final int[] OFFSETS = offsets();

    private final byte[] plain = new byte[MOST_SEALED];
    private final long[] low = new long[RunRows.MOST];
    private final byte[] marks = new byte[RunRows.MOST];
    private final int[] dropped = new int[RunRows.MOST];
    private final ByteBuffer sealed = ByteBuffer.allocate(MOST_SEALED);
    private Queue<ReadingOrder.Chunk> share = new ArrayDeque<>();
    private long[] wide = ALL_ZERO;
    private long[] high = ALL_ZERO;
    private boolean marked;
    private int size;

    /** Fails with {@link SealedHeader.Unusable} for more bytes, or less, than any chunk has. */
    static void check(int bytes) throws SealedHeader.Unusable {
        if (bytes > MOST_SEALED || bytes <= 0) {
            throw new SealedHeader.Unusable("it is damaged");
        }
    }

    /** Out of what its hand reads. */
    Queue<ReadingOrder.Chunk> share() {
        return share;
    }

    void share(Queue<ReadingOrder.Chunk> next) {
        share = next;
    }

    /** Where so many sealed bytes belong. */
    ByteBuffer room(int bytes) {
        return sealed.clear().limit(bytes);
    }

    /** Decrypts what was put into the room, the chunk of that number, and finds its rows. */
    void open(SealedChunks chunks, long number, boolean last) throws SealedHeader.Unusable {
        ByteBuffer in = ByteBuffer.wrap(plain, 0, chunks.open(sealed.array(), sealed.limit(), number, last, plain));
        size = in.getInt();
        int columns = in.getInt();
        in.position(RunRows.KEYS + size * RunRows.KEY);
        high = ALL_ZERO;
        if ((columns & RunRows.SHORT) != 0) {
            shorts(in);
        } else {
            longs(in, low);
        }
        if ((columns & RunRows.WIDE) != 0) {
            longs(in, wide());
        } else if ((columns & RunRows.SHORT) == 0) {
            extendSigns();
        }
        marked = (columns & RunRows.MARKED) != 0;
        if (marked) {
            in.get(marks, 0, size);
        } else {
            Arrays.fill(marks, 0, size, (byte) 0);
        }
    }

    /** Adds everybody. */
    void recipients(Replaced into) {
        for (int row = 0; row < size; row++) {
            into.add(high(row), low[row]);
        }
    }

    /** The rows with a key, but of whom a later file replaced; {@code back} is told when nobody reads them any more. The chunk must not be used before. */
    TextKeys without(Replaced replaced, Consumer<TextKeys> back) {
        int kept = 0;
        int from = 0;
        int count = marked ? droppedByMarks(replaced) : replaced.find(high, low, size, dropped);
        for (int i = 0; i < count; i++) {
            kept = move(from, dropped[i], kept);
            from = dropped[i] + 1;
        }
        return TextKeys.over(move(from, size, kept), high, low, OFFSETS, plain, marks, back);
    }

    private int droppedByMarks(Replaced replaced) {
        int count = 0;
        for (int row = 0; row < size; row++) {
            if ((marks[row] & TextKeys.KEYLESS) != 0 || replaced.has(high(row), low[row])) {
                dropped[count++] = row;
            }
        }
        return count;
    }

    /** Moves the rows {@code [from, end)} forward, and says where they end then. */
    private int move(int from, int end, int to) {
        int rows = end - from;
        if (from > to && rows > 0) {
            System.arraycopy(low, from, low, to, rows);
            System.arraycopy(marks, from, marks, to, rows);
            System.arraycopy(plain, OFFSETS[from], plain, OFFSETS[to], rows * RunRows.KEY);
            if (high.length > 0) {
                System.arraycopy(high, from, high, to, rows);
            }
        }
        return to + rows;
    }

    private long high(int row) {
        return high.length == 0 ? 0 : high[row];
    }

    /** Numbers that are not negative, which is what systems give, take no array of first halves. */
    private void extendSigns() {
        long signs = 0;
        for (int row = 0; row < size; row++) {
            signs |= low[row];
        }
        for (int row = 0; signs < 0 && row < size; row++) {
            wide()[row] = low[row] >> (Long.SIZE - 1);
        }
    }

    private long[] wide() {
        wide = wide.length == 0 ? new long[RunRows.MOST] : wide;
        high = wide;
        return wide;
    }

    private void shorts(ByteBuffer in) {
        int start = in.position();
        for (int row = 0; row < size; row++) {
            low[row] = in.getInt(start + row * Integer.BYTES);
        }
        in.position(start + size * Integer.BYTES);
    }

    private void longs(ByteBuffer in, long[] out) {
        in.asLongBuffer().get(out, 0, size);
        in.position(in.position() + size * Long.BYTES);
    }

    private static int[] offsets() {
        int[] offsets = new int[RunRows.MOST + 1];
        for (int row = 0; row < offsets.length; row++) {
            offsets[row] = RunRows.KEYS + row * RunRows.KEY;
        }
        return offsets;
    }
}
