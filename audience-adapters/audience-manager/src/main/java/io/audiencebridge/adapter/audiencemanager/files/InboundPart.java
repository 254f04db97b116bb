// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The compressed bytes of one file. Its first bytes wait in memory, since whether it is the only file, and so its name, is known late; a longer file
 * goes to the exchange as it grows, and is a numbered part.
 */
final class InboundPart implements GzipMember.Target {
    /** Bytes that wait, compressed. A file that is not longer, and alone, carries no number. */
    static final int HELD = 4 << 20;

    private final Opening opening;
    private final int number;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable ByteSink sink;

    InboundPart(Opening opening, int number) {
        this.opening = opening;
        this.number = number;
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
        if (sink == null && held.size() + length <= HELD) {
            held.write(bytes, from, length);
            return Either.right(length);
        }
        return number().flatMap(open -> open.write(bytes, from, length));
    }

    /** Makes it a numbered part, if it is not one already. */
    Either<BridgeError, ByteSink> number() {
        return open(number);
    }

    /** Makes the file visible; without a number if it still can be. The part is ended, whatever the answer. */
    Either<BridgeError, StoredFile> publish(boolean alone) {
        return open(alone ? InboundName.WHOLE : number).flatMap(open -> {
            sink = null;
            return open.finish();
        });
    }

    /** Gives up; does nothing to a part that was published. */
    void abort() {
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
        /** The file of part {@code number}, or of {@link InboundName#WHOLE}. */
        Either<BridgeError, ByteSink> open(int number);
    }
}
