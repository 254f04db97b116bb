// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one encrypted file of rows, chunk by chunk. One thread at a time reads; several may decrypt. */
final class RunReader implements AutoCloseable {
    private final DataInputStream in;
    private final SealedChunks chunks;
    private long read;
    private boolean ended;

    RunReader(Path file, SealedHeader copy, IndexKeys keys) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        try {
            SealedHeader header = SealedHeader.read(in);
            chunks = new SealedChunks(keys.of(copy.copy(), header.file()), header);
        } catch (IOException failed) {
            in.close();
            throw failed;
        }
    }

    /** Puts the next chunk into {@code room}, to be opened by {@link #chunks()}; false at the end. */
    boolean next(RunChunk room) throws IOException {
        if (ended) {
            return false;
        }
        int length = in.readInt();
        ended = length < 0;
        int bytes = Math.abs(length);
        in.readFully(room.room(bytes, read++, ended), 0, bytes);
        return true;
    }

    SealedChunks chunks() {
        return chunks;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
