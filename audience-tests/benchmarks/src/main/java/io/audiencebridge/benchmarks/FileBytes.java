// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, for a codec or a cipher. */
public record FileBytes(InputStream file) implements ByteSource {
    /** Opens {@code file}. */
    public static ByteSource of(Path file) throws IOException {
        return new FileBytes(Files.newInputStream(file));
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        try {
            return Either.right(file.read(into, from, length));
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of(String.valueOf(failed.getMessage())));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }
}
