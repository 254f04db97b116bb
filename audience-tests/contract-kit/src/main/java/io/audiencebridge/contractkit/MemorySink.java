// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Keeps what is written to it, and tells how it was ended. */
public final class MemorySink implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int room;
    private int finished;
    private int aborted;

    private MemorySink(int room) {
        this.room = room;
    }

    /** A sink that takes everything. */
    public static MemorySink ample() {
        return new MemorySink(Integer.MAX_VALUE);
    }

    /** A sink that refuses what does not fit into {@code bytes}; left {@code LocalFailure}. */
    public static MemorySink of(int bytes) {
        return new MemorySink(bytes);
    }

    /** All bytes so far. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** How often it was finished. */
    public int finished() {
        return finished;
    }

    /** How often it was given up. */
    public int aborted() {
        return aborted;
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] source, int from, int length) {
        if (length > room - bytes.size()) {
            return Either.left(BridgeError.LocalFailure.of("The sink is full"));
        }
        bytes.write(source, from, length);
        return Either.right(length);
    }

    @Override
    public Either<BridgeError, StoredFile> finish() {
        finished++;
        return Either.right(StoredFile.builder()
                .name("memory")
                .size(bytes.size())
                .modified(Instant.EPOCH)
                .contentTag("tag")
                .build());
    }

    @Override
    public void abort() {
        aborted++;
    }
}
