// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.Arrays;

/** A source whose beginning can be looked at before it is read. */
final class PeekedSource implements ByteSource {
    private final ByteSource source;
    private byte[] held = new byte[0];
    private int taken;
    private boolean ended;

    PeekedSource(ByteSource source) {
        this.source = source;
    }

    /** The first bytes that are not read yet, at most {@code most}; fewer at the end. */
    Either<BridgeError, byte[]> peek(int most) {
        while (held.length - taken < most && !ended) {
            byte[] more = Arrays.copyOf(held, taken + most);
            Either<BridgeError, Integer> read = source.read(more, held.length, more.length - held.length);
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            ended = read.get() == END;
            held = Arrays.copyOf(more, held.length + Math.max(0, read.get()));
        }
        return Either.right(Arrays.copyOfRange(held, taken, Math.min(held.length, taken + most)));
    }

    /** Passes over bytes that were looked at. */
    void skip(int count) {
        taken += count;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (taken < held.length) {
            int count = Math.min(length, held.length - taken);
            System.arraycopy(held, taken, into, from, count);
            taken += count;
            return Either.right(count);
        }
        return ended ? Either.right(END) : source.read(into, from, length);
    }

    @Override
    public void close() {
        source.close();
    }
}
