// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads one encrypted file of rows, chunks in any order. Safe for use by several threads once {@link #find} was called. */
final class RunReader implements AutoCloseable {
    private final FileChannel file;
    private final SealedChunks chunks;
    private long[] starts = new long[RunRows.ALL_CHUNKS];

    RunReader(Path path, SealedHeader copy, IndexKeys keys) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            SealedHeader header = SealedHeader.read(new DataInputStream(Channels.newInputStream(file)));
            chunks = new SealedChunks(keys.of(copy.copy(), header.file()), header);
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Finds where its chunks lie, and says how many there are: a file has one or more. */
    int find() throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        long start = SealedHeader.BYTES;
        int count = 0;
        boolean ended = false;
        while (!ended) {
            read(length.clear(), start);
            int bytes = length.flip().getInt();
            ended = bytes < 0;
            RunChunk.check(Math.abs(bytes));
            starts = count + 1 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
            starts[count++] = start;
            start += Integer.BYTES + Math.abs(bytes);
            starts[count] = start;
        }
        starts = Arrays.copyOf(starts, count + 1);
        return count;
    }

    /** How many chunks it has, once they were found. */
    int size() {
        return starts.length - 1;
    }

    /** Puts a chunk into {@code room}, and decrypts it there. */
    void read(int chunk, RunChunk room) throws IOException {
        int bytes = (int) (starts[chunk + 1] - starts[chunk]) - Integer.BYTES;
        read(room.room(bytes), starts[chunk] + Integer.BYTES);
        room.open(chunks, chunk, chunk == size() - 1);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void read(ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                throw new EOFException("A file of the recipient index is cut short");
            }
            at += read;
        }
    }
}
