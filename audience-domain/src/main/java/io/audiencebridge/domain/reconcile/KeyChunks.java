// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The members' keys of one partition, as the workers laid them out. Safe for use by several threads. */
final class KeyChunks {
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();

    /** As many as there are partitions. */
    static KeyChunks[] ofAllPartitions() {
        KeyChunks[] all = new KeyChunks[MemberTables.PARTITIONS];
        for (int i = 0; i < all.length; i++) {
            all[i] = new KeyChunks();
        }
        return all;
    }

    /** Adds {@code size} longs: hash and low half of a key, one after the other. The array is not written any more. */
    void add(long[] longs, int size) {
        chunks.add(new Chunk(longs, size));
    }

    /** Keys, those that came again included. */
    long keys() {
        return chunks.stream().mapToLong(chunk -> chunk.size() / 2).sum();
    }

    /** Hands all keys to {@code reader}, a chunk at a time. */
    void each(ChunkReader reader) {
        for (Chunk chunk : chunks) {
            reader.read(chunk.longs(), chunk.size());
        }
    }

    /** Gives the memory back. */
    void clear() {
        chunks.clear();
    }

    /** Reads the first {@code size} longs: hash and low half of a key, one after the other. */
    @FunctionalInterface
    interface ChunkReader {
        void read(long[] longs, int size);
    }

    @SuppressWarnings("ArrayRecordComponent") // the data plane holds arrays; chunks are never compared
    private record Chunk(long[] longs, int size) {}
}
