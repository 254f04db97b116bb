// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;

/** A source as a stream; what it cannot give comes out as {@link Unreadable}. */
final class SourceStream extends InputStream {
    private final ByteSource source;
    private final byte[] single = new byte[1];

    SourceStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) == ByteSource.END ? ByteSource.END : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Either<BridgeError, Integer> read = length == 0 ? Either.right(0) : source.read(into, from, length);
        if (read.isLeft()) {
            throw new Unreadable(read.getLeft());
        }
        return read.get();
    }

    @Override
    public void close() {
        source.close();
    }
}
