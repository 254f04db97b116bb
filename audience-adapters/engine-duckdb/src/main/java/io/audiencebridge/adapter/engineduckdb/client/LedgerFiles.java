// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * A ledger's files, in their one form: 16-byte fingerprints, big-endian, sorted as {@link IdSet} sorts. They are read once, front to back, beside the keys in question, so that
 * a ledger of any size takes a buffer and a bit for each key; no database is needed for that. Immutable, safe for use by several threads.
 */
public final class LedgerFiles {
    private static final int BYTES = 2 * Long.BYTES;
    private static final int BUFFER = 1 << 16;

    private final Seq<Path> files;

    private LedgerFiles(Seq<Path> files) {
        this.files = files;
    }

    /** The files of the runs that count: whether a run was delivered is for the journal to say. */
    public static LedgerFiles of(Seq<Path> files) {
        return new LedgerFiles(files);
    }

    /** Those of {@code keys} that stand in none of the files. Left: {@code LocalFailure} when a file cannot be read, is cut short or not sorted. */
    public Either<BridgeError, IdSet> without(IdSet keys) {
        BitSet known = new BitSet(keys.size());
        for (Path file : files) {
            Either<BridgeError, BitSet> marked = mark(keys, file, known);
            if (marked.isLeft()) {
                return Either.left(marked.getLeft());
            }
        }
        IdSetBuilder rest = new IdSetBuilder();
        for (int i = known.nextClearBit(0); i < keys.size(); i = known.nextClearBit(i + 1)) {
            rest.add(keys.high(i), keys.low(i));
        }
        return Either.right(rest.build());
    }

    private static Either<BridgeError, BitSet> mark(IdSet keys, Path file, BitSet known) {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = Files.size(file);
            if (size % BYTES != 0) {
                return Either.left(BridgeError.LocalFailure.of("The ledger's file " + file + " is cut short at " + size
                        + " bytes; restore it from a backup, or members of that run will be shared again"));
            }
            return new Merge(keys, known).all(channel, size / BYTES)
                    ? Either.right(known)
                    : Either.left(BridgeError.LocalFailure.of("The ledger's file " + file
                            + " is not sorted, so it was not written by a bridge; restore it from a backup"));
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of("Cannot read the ledger's " + file + ": "
                    + failed.getClass().getSimpleName() + "; check the file and its rights"));
        }
    }

    /** Goes through keys and a file side by side. */
    private static final class Merge {
        private final IdSet keys;
        private final BitSet known;
        private int next;
        private long lastHigh = Long.MIN_VALUE;
        private long lastLow;

        Merge(IdSet keys, BitSet known) {
            this.keys = keys;
            this.known = known;
        }

        /** Whether the file is sorted. */
        boolean all(FileChannel channel, long fingerprints) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
            for (long i = 0; i < fingerprints; i++) {
                if (buffer.remaining() < BYTES) {
                    fill(channel, buffer);
                }
                if (!one(buffer.getLong(), buffer.getLong())) {
                    return false;
                }
            }
            return true;
        }

        private boolean one(long high, long low) {
            if (compare(lastHigh, lastLow, high, low) > 0) {
                return false;
            }
            lastHigh = high;
            lastLow = low;
            while (next < keys.size() && compare(keys.high(next), keys.low(next), high, low) < 0) {
                next++;
            }
            if (next < keys.size() && keys.high(next) == high && keys.low(next) == low) {
                known.set(next);
            }
            return true;
        }

        private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
            buffer.compact();
            while (buffer.position() < BYTES) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException();
                }
            }
            buffer.flip();
        }

        private static int compare(long high, long low, long otherHigh, long otherLow) {
            return high == otherHigh ? Long.compareUnsigned(low, otherLow) : Long.compare(high, otherHigh);
        }
    }
}
