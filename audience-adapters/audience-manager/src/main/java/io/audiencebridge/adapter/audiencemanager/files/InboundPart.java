// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The packed bytes of one file. Its first bytes wait in memory, since whether it is the only file, and so its name, is known late; a longer file goes to the
 * exchange as it grows, and is a numbered part. Whoever packs finishes it; visible it becomes by {@link #publish} alone.
 */
final class InboundPart implements ByteSink {
    /** In place of the number of a part: the only file of its stamp. */
    static final int WHOLE = 0;

    /** Bytes that wait, packed. A file that is not longer, and alone, carries no number. */
    static final int HELD = 4 << 20;

    private final Opening opening;
    private final int number;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable ByteSink sink;
    private long size;

    InboundPart(Opening opening, int number) {
        this.opening = opening;
        this.number = number;
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
        size += length;
        if (sink == null && held.size() + length <= HELD) {
            held.write(bytes, from, length);
            return Either.right(length);
        }
        return number().flatMap(open -> open.write(bytes, from, length));
    }

    /** The bytes are complete. The file answered stands for them; nobody sees it yet. */
    @Override
    public Either<BridgeError, StoredFile> finish() {
        return Either.right(StoredFile.builder()
                .name(Integer.toString(number))
                .size(size)
                .modified(Instant.EPOCH)
                .contentTag("")
                .build());
    }

    /** Makes it a numbered part, if it is not one already. */
    Either<BridgeError, ByteSink> number() {
        return open(number);
    }

    /** Makes the file visible; without a number if it still can be. The part is ended, whatever the answer. */
    Either<BridgeError, StoredFile> publish(boolean alone) {
        return open(alone ? WHOLE : number).flatMap(open -> {
            sink = null;
            return open.finish();
        });
    }

    /** Gives up; does nothing to a part that was published. */
    @Override
    public void abort() {
        if (sink != null) {
            sink.abort();
            sink = null;
        }
    }

    private Either<BridgeError, ByteSink> open(int as) {
        if (sink != null) {
            return Either.right(sink);
        }
        return opening.open(as).flatMap(opened -> {
            sink = opened;
            byte[] waiting = held.toByteArray();
            held.reset();
            return opened.write(waiting, 0, waiting.length).map(written -> opened);
        });
    }

    /** Opens files of one change by their numbers. */
    interface Opening {
        /** The file of part {@code number}, or of {@link #WHOLE}. */
        Either<BridgeError, ByteSink> open(int number);
    }
}
