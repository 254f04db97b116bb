// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Compresses pieces side by side and hands them on in their order. Holds as many pieces as the settings allow, and no more than the content fills. */
final class GzipSink implements ByteSink {
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final Either<BridgeError, Integer> DONE = Either.right(0);

    private final ByteSink target;
    private final GzipSettings settings;
    private final Executor executor;
    private final ArrayDeque<GzipChunk> underway = new ArrayDeque<>();
    private final ArrayDeque<GzipChunk> spare = new ArrayDeque<>();
    private final CRC32 checksum = new CRC32();
    private Either<BridgeError, Integer> lastTaken = DONE;
    private int lastCount;
    private @Nullable GzipChunk open;
    private long length;
    private boolean begun;
    private boolean ended;
    private @Nullable BridgeError failed;

    GzipSink(ByteSink target, GzipSettings settings, Executor executor) {
        this.target = target;
        this.settings = settings;
        this.executor = executor;
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int count) {
        int taken = 0;
        while (failed == null && taken < count) {
            GzipChunk chunk = open();
            taken += chunk.take(bytes, from + taken, count - taken);
            if (chunk.isFull()) {
                handOn(chunk).peekLeft(error -> failed = error);
            }
        }
        return failed == null ? taken(count) : Either.left(failed);
    }

    /** A file whose bytes could not all be handed on is given up: it would be whole to the eye. */
    @Override
    public Either<BridgeError, StoredFile> finish() {
        if (ended) {
            return Either.left(BridgeError.LocalFailure.of("A compressed file was ended already; open a new one"));
        }
        Either<BridgeError, Integer> written = failed == null ? last() : Either.left(failed);
        release();
        if (written.isLeft()) {
            target.abort();
            return Either.left(written.getLeft());
        }
        return target.finish();
    }

    @Override
    public void abort() {
        if (!ended) {
            release();
            target.abort();
        }
    }

    /** Rows are often as long as the one before, and then make no object. */
    private Either<BridgeError, Integer> taken(int count) {
        if (count != lastCount) {
            lastCount = count;
            lastTaken = Either.right(count);
        }
        return lastTaken;
    }

    private GzipChunk open() {
        GzipChunk chunk = open;
        if (chunk == null) {
            chunk = spare.isEmpty() ? new GzipChunk(settings) : spare.remove();
            open = chunk;
        }
        return chunk;
    }

    private Either<BridgeError, Integer> handOn(GzipChunk chunk) {
        chunk.addTo(checksum);
        length += chunk.filled();
        open = null;
        underway.add(chunk);
        try {
            executor.execute(chunk.work());
        } catch (RejectedExecutionException busy) {
            chunk.work().run();
        }
        return underway.size() < settings.chunksInFlight() ? DONE : next();
    }

    private Either<BridgeError, Integer> next() {
        GzipChunk chunk = oldest();
        if (chunk.size() == 0) {
            chunk.end();
            return Either.left(BridgeError.LocalFailure.of(
                    "A piece of a file could not be compressed; give the process more memory and resume the run"));
        }
        return begin().flatMap(header -> target.write(chunk.packed(), 0, chunk.size()))
                .peek(written -> {
                    chunk.reset();
                    spare.add(chunk);
                })
                .peekLeft(error -> chunk.end());
    }

    /** The first piece, compressed. While somebody else is at it, this thread does what nobody has begun. */
    private GzipChunk oldest() {
        GzipChunk first = underway.remove();
        first.work().run();
        for (GzipChunk later : underway) {
            if (first.work().isDone()) {
                break;
            }
            later.work().run();
        }
        first.work().await();
        return first;
    }

    private Either<BridgeError, Integer> last() {
        boolean nothing = settings.severalMembers() && length == 0;
        Either<BridgeError, Integer> sent = open != null || nothing ? handOn(open()) : DONE;
        while (sent.isRight() && !underway.isEmpty()) {
            sent = next();
        }
        return settings.severalMembers() ? sent : sent.flatMap(done -> begin()).flatMap(header -> end());
    }

    private Either<BridgeError, Integer> begin() {
        if (begun || settings.severalMembers()) {
            return DONE;
        }
        begun = true;
        byte[] header = Frame.header(settings);
        return target.write(header, 0, header.length);
    }

    private Either<BridgeError, Integer> end() {
        byte[] end = new byte[LAST_BLOCK.length + Frame.TRAILER];
        System.arraycopy(LAST_BLOCK, 0, end, 0, LAST_BLOCK.length);
        Frame.trailer(checksum.getValue(), length, end, LAST_BLOCK.length);
        return target.write(end, 0, end.length);
    }

    private void release() {
        ended = true;
        if (open != null) {
            open.end();
            open = null;
        }
        underway.forEach(GzipChunk::end);
        underway.clear();
        spare.forEach(GzipChunk::end);
        spare.clear();
    }
}
