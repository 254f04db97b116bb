// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** The one form of fingerprints on disk: sorted, 16 bytes each, big-endian, nothing between them. */
final class Fingerprints {
    /** Bytes of one. */
    static final int BYTES = 2 * Long.BYTES;

    private static final int PIECE = 1 << 16;
    private static final int MOST_EXPECTED = Integer.MAX_VALUE - Long.BYTES;

    private Fingerprints() {}

    /** Bytes of all of {@code fingerprints}. */
    static int bytes(IdSet fingerprints) {
        return Math.multiplyExact(fingerprints.size(), BYTES);
    }

    static void write(IdSet fingerprints, ByteBuffer into) {
        for (int i = 0; i < fingerprints.size(); i++) {
            into.putLong(fingerprints.high(i)).putLong(fingerprints.low(i));
        }
    }

    /** Writes them piece by piece: a hundred million are 1.6 GB. */
    static void write(IdSet fingerprints, WritableByteChannel into) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int i = 0; i < fingerprints.size(); i++) {
            if (!piece.hasRemaining()) {
                empty(piece, into);
            }
            piece.putLong(fingerprints.high(i)).putLong(fingerprints.low(i));
        }
        empty(piece, into);
    }

    private static void empty(ByteBuffer piece, WritableByteChannel into) throws IOException {
        piece.flip();
        while (piece.hasRemaining()) {
            into.write(piece);
        }
        piece.clear();
    }

    /** The {@code count} fingerprints from place {@code from} on. */
    static IdSet read(FileChannel file, long from, int count) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Math.multiplyExact(count, BYTES));
        while (piece.hasRemaining()) {
            if (file.read(piece, from * BYTES + piece.position()) < 0) {
                throw new EOFException();
            }
        }
        piece.flip();
        IdSetBuilder found = new IdSetBuilder(count);
        while (piece.hasRemaining()) {
            found.add(piece.getLong(), piece.getLong());
        }
        return found.build();
    }

    static IdSet read(DataInputStream from, long count) throws IOException {
        IdSetBuilder found = new IdSetBuilder((int) Math.min(count, MOST_EXPECTED));
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long left = count * BYTES; left > 0; left -= piece.limit()) {
            piece.clear().limit((int) Math.min(left, PIECE));
            from.readFully(piece.array(), 0, piece.limit());
            while (piece.hasRemaining()) {
                found.add(piece.getLong(), piece.getLong());
            }
        }
        return found.build();
    }
}
