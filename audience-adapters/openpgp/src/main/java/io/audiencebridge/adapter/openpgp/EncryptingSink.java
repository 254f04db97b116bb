// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Encrypts what it is given into a target. */
final class EncryptingSink implements ByteSink {
    private final ByteSink target;
    private final MessageWriter message;
    private final SinkStream out;
    private @Nullable OutputStream content;
    private @Nullable BridgeError failed;
    private boolean ended;

    EncryptingSink(ByteSink target, MessageWriter message) {
        this.target = target;
        this.message = message;
        this.out = new SinkStream(target);
    }

    @Override
    public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
        return tried(() -> content().write(bytes, from, length)).map(done -> length);
    }

    /** A message whose bytes could not all be handed on is given up: half of it is worth nothing. */
    @Override
    public Either<BridgeError, StoredFile> finish() {
        if (ended) {
            return Either.left(BridgeError.LocalFailure.of("An encrypted file was ended already; open a new one"));
        }
        Either<BridgeError, Integer> written = tried(() -> {
            content();
            message.close();
        });
        if (written.isLeft()) {
            abort();
            return Either.left(written.getLeft());
        }
        ended = true;
        return target.finish();
    }

    @Override
    public void abort() {
        if (!ended) {
            ended = true;
            out.giveUp();
            release();
            target.abort();
        }
    }

    private OutputStream content() throws IOException {
        OutputStream open = content;
        if (open == null) {
            open = message.open(out);
            content = open;
        }
        return open;
    }

    /** The compressor holds memory outside the heap. */
    private void release() {
        try {
            message.close();
        } catch (IOException | RuntimeException halfWritten) {
            // nobody wants the rest
        }
    }

    private Either<BridgeError, Integer> tried(Step step) {
        if (failed == null) {
            try {
                step.take();
                return Either.right(0);
            } catch (IOException | RuntimeException failure) {
                failed = Refused.in(
                        failure, new Refused(BridgeError.LocalFailure.of("A file could not be encrypted; try again")));
            }
        }
        return Either.left(failed);
    }

    /** Something that writes. */
    private interface Step {
        void take() throws IOException;
    }
}
