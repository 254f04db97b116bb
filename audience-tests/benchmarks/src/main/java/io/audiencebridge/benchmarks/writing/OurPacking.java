// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.adapter.audiencemanager.files.Packing;
import io.audiencebridge.adapter.gzip.GzipCodec;
import io.audiencebridge.adapter.gzip.GzipSettings;
import io.audiencebridge.benchmarks.FileBytes;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;

/**
 * How our files are packed, and how they are read back.
 *
 * @param packing the packing
 * @param reading opens a file's rows
 */
record OurPacking(Packing packing, Reading reading) {
    private static final int BUFFER = 64 << 10;

    /** Gzip by the usual settings, with the hands of {@code executor}. */
    static OurPacking gzip(Executor executor) throws IOException {
        return new OurPacking(
                orThrow(GzipCodec.of(GzipSettings.standard(), executor).flatMap(Packing::compressed)),
                OurPacking::inflated);
    }

    /** OpenPGP by its usual settings, which compress first. */
    static OurPacking openPgp() throws IOException {
        Cipher cipher = OwnCipher.made();
        return new OurPacking(
                orThrow(Packing.encrypted(cipher)),
                file -> new Plain(orThrow(cipher.decrypting(FileBytes.of(file), file.toString()))));
    }

    /** The rows of a gzip file, as the JDK reads them. */
    static InputStream inflated(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), BUFFER);
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) throws IOException {
        return outcome.getOrElseThrow(error -> new IOException(error.message()));
    }

    /** Opens files. */
    @FunctionalInterface
    interface Reading {
        InputStream open(Path file) throws IOException;
    }

    /** What a cipher makes of it. */
    private static final class Plain extends InputStream {
        private final ByteSource bytes;

        Plain(ByteSource bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return orThrow(bytes.read(into, from, length));
        }

        @Override
        public void close() {
            bytes.close();
        }
    }
}
