// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The runtime's own gzip, whole files at a time. */
final class PlainGzip implements Codec {
    static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public String ending() {
        return "gz";
    }

    @Override
    public ByteSink compressing(ByteSink target) {
        throw new UnsupportedOperationException("Only read here");
    }

    @Override
    public ByteSource expanding(ByteSource source, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int read = source.read(buffer, 0, 4096).get();
                read != ByteSource.END;
                read = source.read(buffer, 0, 4096).get()) {
            bytes.write(buffer, 0, read);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new Bytes(gzip.readAllBytes(), 4096);
        } catch (IOException damaged) {
            return new Damaged(name);
        }
    }

    private record Damaged(String name) implements ByteSource {
        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            return Either.left(new BridgeError.ProtocolBreach("File " + name + " is damaged", Incident.local()));
        }

        @Override
        public void close() {
            // Holds memory alone.
        }
    }
}
