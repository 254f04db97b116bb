// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/** Plain files of a folder, as every other side writes them: neither renamed nor forced to the disk. */
record Scratch(Path folder) implements FileExchange {
    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return Either.right(Vector.empty());
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return Either.left(BridgeError.NotFound.of("There is no file " + name));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        try {
            Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
            return Either.right(new Sink(name, new FileOutputStream(file.toFile())));
        } catch (IOException failed) {
            return failure(failed);
        }
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return Either.right(name);
    }

    @Override
    public void close() {
        // the folder is removed by whoever made it
    }

    private static <T> Either<BridgeError, T> failure(IOException failed) {
        return Either.left(BridgeError.LocalFailure.of(String.valueOf(failed.getMessage())));
    }

    /** One file. */
    private static final class Sink implements ByteSink {
        private final String name;
        private final OutputStream out;
        private long size;

        Sink(String name, OutputStream out) {
            this.name = name;
            this.out = out;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
                size += length;
                return Either.right(length);
            } catch (IOException failed) {
                return failure(failed);
            }
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            try {
                out.close();
                return Either.right(StoredFile.builder()
                        .name(name)
                        .size(size)
                        .modified(Instant.EPOCH)
                        .contentTag("")
                        .build());
            } catch (IOException failed) {
                return failure(failed);
            }
        }

        @Override
        public void abort() {
            finish();
        }
    }
}
