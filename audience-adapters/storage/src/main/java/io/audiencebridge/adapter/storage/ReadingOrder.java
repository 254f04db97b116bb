// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * In which order the chunks of a copy are read. Every {@link RunRows#ALL_CHUNKS} of a file stand for all hashes, from the least to the most. So chunks are told apart by the
 * part of the hashes that they stand for, and those of one part are read one after the other, by one hand: what it looks up lies in one place of the engine's tables, which
 * its processor's own cache has room for. Safe for use by several threads.
 */
final class ReadingOrder {
    private final List<Queue<Chunk>> shares = new ArrayList<>();
    private final Queue<Queue<Chunk>> untouched = new ConcurrentLinkedQueue<>();

    /** Of files with so many chunks each. */
    ReadingOrder(List<Integer> files) {
        for (int part = 0; part < RunRows.ALL_CHUNKS; part++) {
            shares.add(new ConcurrentLinkedQueue<>());
        }
        for (int file = 0; file < files.size(); file++) {
            int chunks = files.get(file);
            for (int chunk = 0; chunk < chunks; chunk++) {
                shares.get(part(chunk, chunks)).add(new Chunk(file, chunk));
            }
        }
        untouched.addAll(shares);
    }

    /** The next chunk for the hand that has {@code room}; null at the end. */
    @Nullable
    Chunk next(RunChunk room) {
        Chunk next = room.share().poll();
        while (next == null) {
            Queue<Chunk> share = untouched.poll();
            if (share == null) {
                return left();
            }
            room.share(share);
            next = share.poll();
        }
        return next;
    }

    /** What others still have before them. */
    private @Nullable Chunk left() {
        for (Queue<Chunk> share : shares) {
            Chunk next = share.poll();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private static int part(int chunk, int chunks) {
        int at = chunk % RunRows.ALL_CHUNKS;
        return at * RunRows.ALL_CHUNKS / Math.min(RunRows.ALL_CHUNKS, chunks - chunk + at);
    }

    /**
     * A chunk.
     *
     * @param file the number of its file
     * @param chunk its number there
     */
    record Chunk(int file, int chunk) {}
}
