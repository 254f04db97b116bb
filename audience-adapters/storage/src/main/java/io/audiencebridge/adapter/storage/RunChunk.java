// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.TextKeys;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Room for one chunk, sealed and open, filled again and again. Keys stay where they were decrypted; of a row nothing is copied but its id and its marks. Not thread-safe. */
final class RunChunk {
    private static final int MOST_SEALED = RunRows.MOST_BYTES + 64;
    private static final long[] ALL_ZERO = {};
    private static final int[] OFFSETS = offsets();

    private final byte[] plain = new byte[MOST_SEALED];
    private final long[] low = new long[RunRows.MOST];
    private final byte[] marks = new byte[RunRows.MOST];
    private byte[] sealed = {};
    private long[] wide = ALL_ZERO;
    private long[] high = ALL_ZERO;
    private int sealedBytes;
    private int size;
    private long number;
    private boolean last;

    /** Where the sealed bytes of the chunk of that number belong. Fails with {@link SealedHeader.Unusable} for more than any chunk has. */
    byte[] room(int bytes, long chunk, boolean isLast) throws SealedHeader.Unusable {
        if (bytes > MOST_SEALED || bytes < 0) {
            throw new SealedHeader.Unusable("it is damaged");
        }
        if (sealed.length < bytes) {
            sealed = new byte[bytes];
        }
        sealedBytes = bytes;
        number = chunk;
        last = isLast;
        return sealed;
    }

    /** Decrypts what was put into the room, and finds its rows. */
    void open(SealedChunks chunks) throws SealedHeader.Unusable {
        ByteBuffer in = ByteBuffer.wrap(plain, 0, chunks.open(sealed, sealedBytes, number, last, plain));
        size = in.getInt();
        boolean isWide = in.getInt() != 0;
        in.position(RunRows.KEYS + size * RunRows.KEY);
        longs(in, low);
        if (isWide) {
            longs(in, wide());
        } else {
            extendSigns();
        }
        in.get(marks, 0, size);
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
        for (int row = 0; row < size; row++) {
            if ((marks[row] & TextKeys.KEYLESS) != 0 || replaced.has(high(row), low[row])) {
                kept = move(from, row, kept);
                from = row + 1;
            }
        }
        return TextKeys.over(move(from, size, kept), high, low, OFFSETS, plain, marks, back);
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
        high = ALL_ZERO;
        for (int row = 0; signs < 0 && row < size; row++) {
            wide()[row] = low[row] >> (Long.SIZE - 1);
        }
    }

    private long[] wide() {
        wide = wide.length == 0 ? new long[RunRows.MOST] : wide;
        high = wide;
        return wide;
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
