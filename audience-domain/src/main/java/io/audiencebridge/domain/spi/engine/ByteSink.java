// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Takes the bytes of a new file, in order. One writer; blocks. Exactly one of {@link #finish} and {@link #abort} ends it. */
public interface ByteSink {
    /** Takes {@code bytes[from, from + length)}. Right: {@code length}. */
    Either<BridgeError, Integer> write(byte[] bytes, int from, int length);

    /** Makes the file visible as a whole. */
    Either<BridgeError, StoredFile> finish();

    /** Gives up; the file never existed. Never fails. */
    void abort();
}
