// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPException;
import org.jspecify.annotations.Nullable;

/** Decrypts a source while it is read, and verifies it at its end. */
final class DecryptingSource implements ByteSource {
    private final SourceStream source;
    private final MessageReader message;
    private final String file;
    private @Nullable InputStream content;
    private @Nullable Either<BridgeError, Integer> over;

    DecryptingSource(ByteSource source, PrivateKeys keys, String file) {
        this.source = new SourceStream(source);
        this.message = new MessageReader(this.source, keys, file);
        this.file = file;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (over != null || length == 0) {
            return over == null ? Either.right(0) : over;
        }
        try {
            int count = content().read(into, from, length);
            if (count >= 0) {
                return Either.right(count);
            }
            message.end();
            over = source.failure()
                    .<Either<BridgeError, Integer>>map(Either::left)
                    .getOrElse(() -> Either.right(END));
        } catch (IOException | PGPException | RuntimeException failure) {
            over = Either.left(source.failure()
                    .getOrElse(() -> Refused.in(failure, Refused.damage(file, "is damaged or cut short"))));
        }
        return over;
    }

    @Override
    public void close() {
        if (over == null || over.isRight()) {
            over = Either.left(BridgeError.LocalFailure.of("File " + file + " was closed; open it again to read it"));
        }
        source.close();
    }

    private InputStream content() throws IOException, PGPException {
        InputStream open = content;
        if (open == null) {
            open = message.open();
            content = open;
        }
        return open;
    }
}
