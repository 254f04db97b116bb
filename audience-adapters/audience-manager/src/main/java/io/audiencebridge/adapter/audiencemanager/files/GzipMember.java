// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.CRC32;

/**
 * Writes one gzip member whose chunks are compressed side by side.
 *
 * <p>The bytes depend on what is written only: neither on how it was handed in, nor on threads, time or operating system (SEMANTICS S20). They may differ
 * between two zlib versions. Holds a fixed number of chunks in memory. One writer.
 */
final class GzipMember {
    /** Bytes of a chunk, uncompressed. */
    static final int CHUNK = 256 << 10;

    private static final int AHEAD = 8;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final Either<BridgeError, Integer> TAKEN = Either.right(0);

    private final Executor executor;
    private final Target target;
    private final ArrayDeque<GzipChunk> underway = new ArrayDeque<>();
    private final CRC32 checksum = new CRC32();
    private byte[] chunk = new byte[CHUNK];
    private int filled;
    private long length;
    private boolean begun;

    GzipMember(Executor executor, Target target) {
        this.executor = executor;
        this.target = target;
    }

    /** Takes {@code bytes[0, count)}; no more than a chunk. */
    Either<BridgeError, Integer> write(byte[] bytes, int count) {
        int fits = Math.min(count, CHUNK - filled);
        System.arraycopy(bytes, 0, chunk, filled, fits);
        filled += fits;
        if (filled < CHUNK) {
            return TAKEN;
        }
        Either<BridgeError, Integer> sent = send();
        filled = count - fits;
        System.arraycopy(bytes, fits, chunk, 0, filled);
        return sent;
    }

    /** Writes what is left and the member's end. */
    Either<BridgeError, Integer> finish() {
        Either<BridgeError, Integer> sent = filled > 0 ? send() : TAKEN;
        while (sent.isRight() && !underway.isEmpty()) {
            sent = next();
        }
        return sent.flatMap(done -> begin())
                .flatMap(done -> target.write(LAST_BLOCK, 0, LAST_BLOCK.length))
                .flatMap(done -> target.write(trailer(), 0, 8));
    }

    private Either<BridgeError, Integer> send() {
        checksum.update(chunk, 0, filled);
        length += filled;
        GzipChunk next = new GzipChunk(chunk, filled);
        chunk = new byte[CHUNK];
        filled = 0;
        underway.add(next);
        try {
            executor.execute(next);
        } catch (RejectedExecutionException busy) {
            next.run();
        }
        return underway.size() < AHEAD ? TAKEN : next();
    }

    private Either<BridgeError, Integer> next() {
        GzipChunk done = underway.remove();
        done.settle();
        if (done.size() == 0) {
            return Either.left(
                    BridgeError.LocalFailure.of(
                            "A piece of an inbound file could not be compressed; give the process more memory and resume the run"));
        }
        return begin().flatMap(header -> target.write(done.compressed(), 0, done.size()));
    }

    private Either<BridgeError, Integer> begin() {
        if (begun) {
            return TAKEN;
        }
        begun = true;
        return target.write(HEADER, 0, HEADER.length);
    }

    private byte[] trailer() {
        byte[] trailer = new byte[8];
        for (int i = 0; i < 4; i++) {
            trailer[i] = (byte) (checksum.getValue() >>> (8 * i));
            trailer[4 + i] = (byte) (length >>> (8 * i));
        }
        return trailer;
    }

    /** Takes compressed bytes, in order. */
    interface Target {
        /** Takes {@code bytes[from, from + length)}; the array is not kept. */
        Either<BridgeError, Integer> write(byte[] bytes, int from, int length);
    }
}
