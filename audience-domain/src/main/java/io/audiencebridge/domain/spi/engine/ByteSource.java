// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** The bytes of a file, in order. One reader; blocks. */
public interface ByteSource extends AutoCloseable {
    /** What {@link #read} answers at the end. */
    int END = -1;

    /** Reads up to {@code length} bytes into {@code into[from, ...)}. Right: bytes read, at least one, or {@link #END}. Left also when the file is shorter than it said. */
    Either<BridgeError, Integer> read(byte[] into, int from, int length);

    /** Gives back what the source holds; may be called at any time and again. */
    @Override
    void close();
}
