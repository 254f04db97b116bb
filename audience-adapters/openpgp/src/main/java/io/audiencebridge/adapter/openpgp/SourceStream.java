// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A source as a stream. What it cannot give comes out as {@link Refused}, and is remembered: a reader of packets may take a failure for the end. */
final class SourceStream extends InputStream {
    private final ByteSource source;
    private final byte[] single = new byte[1];
    private @Nullable BridgeError failure;

    SourceStream(ByteSource source) {
        this.source = source;
    }

    /** What the source could not give. */
    Option<BridgeError> failure() {
        return Option.of(failure);
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) == ByteSource.END ? ByteSource.END : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Either<BridgeError, Integer> read = failure == null ? source.read(into, from, length) : Either.left(failure);
        if (read.isLeft()) {
            failure = read.getLeft();
            throw new Refused(failure);
        }
        return read.get();
    }

    @Override
    public void close() {
        source.close();
    }
}
