// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.OutputStream;

/** A sink as a stream; what it refuses comes out as {@link Refused}. Once given up it takes everything and keeps nothing, so that what writes to it can end itself. */
final class SinkStream extends OutputStream {
    private final ByteSink sink;
    private final byte[] single = new byte[1];
    private boolean givenUp;

    SinkStream(ByteSink sink) {
        this.sink = sink;
    }

    void giveUp() {
        givenUp = true;
    }

    @Override
    public void write(int one) throws IOException {
        single[0] = (byte) one;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!givenUp && length > 0) {
            Either<BridgeError, Integer> written = sink.write(bytes, from, length);
            if (written.isLeft()) {
                throw new Refused(written.getLeft());
            }
        }
    }
}
