// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyHash;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes rows into one encrypted file, in chunks, some hundred thousand at a time in the order of their hashes, under a name that counts for nothing before {@link #finish}. Not thread-safe. */
final class RunWriter implements AutoCloseable {
    private final Path folder;
    private final Path draft;
    private final FileChannel file;
    private final DataOutputStream out;
    private final SealedChunks chunks;
    private final ByteBuffer plain = ByteBuffer.allocate(RunRows.MOST_BYTES);
    private final RunRows rows;
    private final boolean withoutKeys;
    private long written;

    /**
     * A writer.
     *
     * @param withoutKeys whether rows without a key are worth keeping: they say that a recipient lost its keys
     */
    RunWriter(Path folder, SealedHeader header, IndexKeys keys, boolean withoutKeys) throws IOException {
        PrivateFolders.create(folder);
        this.folder = folder;
        this.withoutKeys = withoutKeys;
        this.rows = new RunRows(new KeyHash(keys.seed(header.copy())));
        this.draft = Files.createTempFile(folder, "draft-", ".tmp");
        this.file = FileChannel.open(draft, StandardOpenOption.WRITE);
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        this.chunks = new SealedChunks(keys.of(header.copy(), header.file()), header);
        out.write(header.bytes());
    }

    void write(TextKeys batch) throws IOException {
        for (int row = 0; row < batch.size(); row++) {
            if (withoutKeys || !batch.has(row, TextKeys.KEYLESS)) {
                rows.add(batch, row);
                written++;
                if (rows.isFull()) {
                    flush(false);
                }
            }
        }
    }

    /** Puts the file in its place once every byte of it is on the disk. */
    IndexRun finish() throws IOException {
        flush(true);
        out.flush();
        file.force(true);
        long bytes = file.size();
        file.close();
        String name = UUID.randomUUID() + IndexRun.ENDING;
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return new IndexRun(name, written, bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(draft);
    }

    private void flush(boolean last) throws IOException {
        rows.sort();
        int from = 0;
        do {
            int to = Math.min(rows.size(), from + RunRows.MOST);
            plain.clear();
            rows.write(from, to, plain);
            seal(last && to == rows.size());
            from = to;
        } while (from < rows.size());
        rows.clear();
    }

    private void seal(boolean last) throws IOException {
        byte[] sealed = chunks.seal(plain.array(), plain.position(), last);
        out.writeInt(last ? -sealed.length : sealed.length);
        out.write(sealed);
    }
}
