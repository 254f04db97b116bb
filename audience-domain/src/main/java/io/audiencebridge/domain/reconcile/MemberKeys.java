// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.TextKeys;

/** One worker's share of the members' keys, laid out by partition in chunks. */
final class MemberKeys implements BatchWorker {
    private static final int FIRST_CHUNK = 64;
    private static final int CHUNK = 1024;

    private final KeyPacker packer;
    private final KeyHash hash;
    private final KeyChunks[] partitions;
    private final long[][] chunks = new long[MemberTables.PARTITIONS][];
    private final int[] sizes = new int[MemberTables.PARTITIONS];
    private long read;
    private long invalid;

    MemberKeys(KeyPacker packer, KeyHash hash, KeyChunks[] partitions) {
        this.packer = packer;
        this.hash = hash;
        this.partitions = partitions;
    }

    @Override
    public void take(TextKeys batch) {
        byte[] text = batch.text();
        for (int row = 0; row < batch.size(); row++) {
            read++;
            if (!batch.has(row, TextKeys.UNDECIDABLE) && packer.pack(text, batch.start(row), batch.end(row))) {
                add(packer.high(), packer.low());
            } else {
                invalid++;
            }
        }
    }

    /** Adds a packed key. */
    void add(long high, long low) {
        long hashed = hash.of(high, low);
        int partition = MemberTables.partition(hashed);
        long[] chunk = chunks[partition];
        int size = sizes[partition];
        if (chunk == null || size == chunk.length) {
            chunk = another(partition, chunk, size);
            size = 0;
        }
        chunk[size] = hashed;
        chunk[size + 1] = low;
        sizes[partition] = size + 2;
    }

    /** Hands over the chunks that are not full. */
    void flush() {
        for (int partition = 0; partition < chunks.length; partition++) {
            if (sizes[partition] > 0) {
                partitions[partition].add(chunks[partition], sizes[partition]);
            }
            chunks[partition] = null;
            sizes[partition] = 0;
        }
    }

    long read() {
        return read;
    }

    long invalid() {
        return invalid;
    }

    private long[] another(int partition, long[] full, int size) {
        if (full != null) {
            partitions[partition].add(full, size);
        }
        long[] fresh = new long[2 * (full == null ? FIRST_CHUNK : CHUNK)];
        chunks[partition] = fresh;
        return fresh;
    }
}
