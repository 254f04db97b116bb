// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Files in memory, gzip as a workflow writes it. */
final class Zipped {
    private Zipped() {}

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One array behind the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** Gives the bytes in pieces of some odd length, as a network does. */
    static final class Source implements ByteSource {
        private static final int PIECE = 977;
        private final ByteArrayInputStream bytes;
        boolean closed;

        Source(byte[] content) {
            bytes = new ByteArrayInputStream(content);
        }

        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            return Either.right(bytes.read(into, from, Math.min(length, PIECE)));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Keeps the bytes; refuses them from {@code limit} on. */
    static final class Sink implements ByteSink {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int limit;
        boolean finished;
        boolean aborted;

        Sink(int limit) {
            this.limit = limit;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] source, int from, int length) {
            if (bytes.size() + length > limit) {
                return Either.left(BridgeError.LocalFailure.of("The disk is full"));
            }
            bytes.write(source, from, length);
            return Either.right(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            finished = true;
            return Either.right(StoredFile.builder()
                    .name("file")
                    .size(bytes.size())
                    .modified(Instant.EPOCH)
                    .contentTag("tag")
                    .build());
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
