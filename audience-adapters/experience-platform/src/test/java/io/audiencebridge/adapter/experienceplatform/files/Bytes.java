// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;

/** Bytes in memory, handed out in pieces of one size. */
final class Bytes implements ByteSource {
    private final byte[] content;
    private final int piece;
    private int taken;

    Bytes(byte[] content, int piece) {
        this.content = content;
        this.piece = piece;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (taken == content.length) {
            return Either.right(END);
        }
        int count = Math.min(Math.min(piece, length), content.length - taken);
        System.arraycopy(content, taken, into, from, count);
        taken += count;
        return Either.right(count);
    }

    @Override
    public void close() {
        // Holds memory alone.
    }
}
