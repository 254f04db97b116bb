// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8. Bytes that are no text become NUL, so that their row is rejected. */
final class Recoded implements ByteSource {
    private static final int BUFFER = 1 << 14;

    private final ByteSource source;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer text = CharBuffer.allocate(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER * 4).flip();
    private boolean ended;
    private boolean drained;

    Recoded(ByteSource source, Charset charset) {
        this.source = source;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith("\0");
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        while (!out.hasRemaining() && !drained) {
            Either<BridgeError, Integer> read = more();
            if (read.isLeft()) {
                return read;
            }
            recode();
        }
        if (!out.hasRemaining()) {
            return Either.right(END);
        }
        int count = Math.min(length, out.remaining());
        out.get(into, from, count);
        return Either.right(count);
    }

    private Either<BridgeError, Integer> more() {
        in.compact();
        Either<BridgeError, Integer> read =
                ended ? Either.right(END) : source.read(in.array(), in.position(), in.remaining());
        if (read.isRight()) {
            ended = read.get() == END;
            in.position(in.position() + Math.max(0, read.get()));
        }
        in.flip();
        return read;
    }

    private void recode() {
        decoder.decode(in, text, ended);
        drained = ended && !in.hasRemaining();
        if (drained) {
            decoder.flush(text);
        }
        text.flip();
        out.clear();
        encoder.encode(text, out, drained);
        out.flip();
        text.compact();
    }

    @Override
    public void close() {
        source.close();
    }
}
