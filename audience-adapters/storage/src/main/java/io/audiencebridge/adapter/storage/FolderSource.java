// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file on disk. */
final class FolderSource implements ByteSource {
    private final Path file;
    private final FileChannel bytes;
    private final long size;
    private final Call call;

    private FolderSource(Path file, FileChannel bytes, Call call) throws IOException {
        this.file = file;
        this.bytes = bytes;
        this.size = bytes.size();
        this.call = call;
    }

    static Either<BridgeError, ByteSource> open(String name, Path file, Call call) {
        try {
            return Files.isDirectory(file)
                    ? missing(name, file)
                    : Either.right(new FolderSource(file, FileChannel.open(file, StandardOpenOption.READ), call));
        } catch (NoSuchFileException gone) {
            return missing(name, file);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read", file, failed));
        }
    }

    private static Either<BridgeError, ByteSource> missing(String name, Path file) {
        return Either.left(BridgeError.NotFound.of(
                "There is no file '" + name + "' at " + file + "; list the files, then name one of them"));
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        return call.check().flatMap(open -> {
            try {
                int read = bytes.read(ByteBuffer.wrap(into, from, length));
                return read < 0 ? end() : Either.right(read);
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("read", file, failed));
            }
        });
    }

    private Either<BridgeError, Integer> end() throws IOException {
        long read = bytes.position();
        return read >= size
                ? Either.right(END)
                : Either.left(BridgeError.LocalFailure.of("File " + file + " ended after " + read + " of " + size
                        + " bytes; it was cut short while it was read, so read it again"));
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException nothingToSave) {
            // It was only read.
        }
    }
}
