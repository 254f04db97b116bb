// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a copy of recipients' keys consists of; its only commit point. Replaced as a whole after the files it names are safely there; what it does not name does not count.
 *
 * @param header its salts are the copy's
 * @param watermark up to where the system's changes are in it
 * @param refreshed when that was
 * @param runs its files: all recipients, then what changed, the newest last
 */
record IndexManifest(SealedHeader header, String watermark, Instant refreshed, List<IndexRun> runs) {
    static final String NAME = "index.manifest";

    Instant built() {
        return Instant.ofEpochMilli(header.built());
    }

    long rows() {
        return runs.stream().mapToLong(IndexRun::rows).sum();
    }

    void write(Path folder, IndexKeys keys) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        out.writeUTF(watermark);
        out.writeLong(refreshed.toEpochMilli());
        out.writeInt(runs.size());
        for (IndexRun run : runs) {
            out.writeUTF(run.name());
            out.writeLong(run.rows());
            out.writeLong(run.bytes());
        }
        SealedHeader own = header.another();
        byte[] sealed =
                new SealedChunks(keys.of(own.copy(), own.file()), own).seal(plain.toByteArray(), plain.size(), true);
        ByteBuffer content = ByteBuffer.allocate(SealedHeader.BYTES + sealed.length);
        WholeFile.write(
                folder.resolve(NAME), content.put(own.bytes()).put(sealed).flip());
    }

    /** Reads the manifest in {@code folder}. Fails with {@link SealedHeader.Unusable} when it cannot be used, or a file that it names cannot. */
    static IndexManifest read(Path folder, IndexKeys keys) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(NAME));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        SealedHeader header = SealedHeader.read(in);
        byte[] sealed = in.readAllBytes();
        byte[] plain = new byte[sealed.length];
        new SealedChunks(keys.of(header.copy(), header.file()), header).open(sealed, sealed.length, 0, true, plain);
        DataInputStream facts = new DataInputStream(new ByteArrayInputStream(plain));
        String watermark = facts.readUTF();
        Instant refreshed = Instant.ofEpochMilli(facts.readLong());
        List<IndexRun> runs = new ArrayList<>();
        for (int left = facts.readInt(); left > 0; left--) {
            IndexRun run = new IndexRun(facts.readUTF(), facts.readLong(), facts.readLong());
            run.check(folder);
            runs.add(run);
        }
        return new IndexManifest(header, watermark, refreshed, List.copyOf(runs));
    }
}
