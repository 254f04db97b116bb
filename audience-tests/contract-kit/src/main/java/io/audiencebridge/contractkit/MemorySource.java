// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Gives bytes in pieces of odd lengths, as a network does. */
public final class MemorySource implements ByteSource {
    private static final int LONGEST_PIECE = 977;

    private final byte[] bytes;
    private final Random lengths;
    private int given;
    private boolean closed;

    private MemorySource(byte[] bytes) {
        this.bytes = bytes;
        this.lengths = new Random(bytes.length);
    }

    /** A source of {@code bytes}, which are not copied. */
    public static MemorySource of(byte[] bytes) {
        return new MemorySource(bytes);
    }

    /** Everything in {@code source}, read in pieces of {@code piece} bytes at most and behind an offset; closes it. */
    public static Either<BridgeError, byte[]> drained(ByteSource source, int piece) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[piece + 3];
        try (source) {
            while (true) {
                Either<BridgeError, Integer> read = source.read(buffer, 3, piece);
                if (read.isLeft()) {
                    return Either.left(read.getLeft());
                }
                if (read.get() == END) {
                    return Either.right(content.toByteArray());
                }
                content.write(buffer, 3, read.get());
            }
        }
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (given == bytes.length) {
            return Either.right(END);
        }
        int count = Math.min(Math.min(length, 1 + lengths.nextInt(LONGEST_PIECE)), bytes.length - given);
        System.arraycopy(bytes, given, into, from, count);
        given += count;
        return Either.right(count);
    }

    @Override
    public void close() {
        closed = true;
    }
}
