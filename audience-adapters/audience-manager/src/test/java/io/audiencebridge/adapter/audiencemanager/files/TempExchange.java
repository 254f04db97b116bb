// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An exchange in a temporary folder, plain and strict; it knows how many sinks were opened and not ended, and how many sources were not closed. */
final class TempExchange implements FileExchange {
    final AtomicInteger open = new AtomicInteger();
    private final Path root;

    TempExchange(Path root) {
        this.root = root;
    }

    void put(String name, byte[] content) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.write(root.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] content(String name) {
        try {
            return Files.readAllBytes(root.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Seq<String> names() {
        try (Stream<Path> files = Files.walk(root)) {
            return Vector.ofAll(files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString())
                            .toList())
                    .sorted();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return call.check()
                .map(going -> names().filter(name -> name.startsWith(prefix)).map(this::stored));
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        try {
            InputStream content = Files.newInputStream(root.resolve(name));
            open.incrementAndGet();
            return Either.right(new Source(content));
        } catch (IOException gone) {
            return Either.left(BridgeError.NotFound.of(name));
        }
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        open.incrementAndGet();
        return Either.right(new Sink(name));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return call.check().map(going -> {
            try {
                Files.deleteIfExists(root.resolve(name));
                return name;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public void close() {
        // a folder holds nothing
    }

    private StoredFile stored(String name) {
        byte[] content = content(name);
        try {
            return StoredFile.builder()
                    .name(name)
                    .size(content.length)
                    .modified(Files.getLastModifiedTime(root.resolve(name)).toInstant())
                    .contentTag(Integer.toHexString(Arrays.hashCode(content)))
                    .build();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class Source implements ByteSource {
        private final InputStream content;
        private boolean closed;

        private Source(InputStream content) {
            this.content = content;
        }

        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            try {
                return Either.right(content.read(into, from, length));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }

    private final class Sink implements ByteSink {
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Sink(String name) {
            this.name = name;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] source, int from, int length) {
            bytes.write(source, from, length);
            return Either.right(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            open.decrementAndGet();
            if (names().contains(name) && !Arrays.equals(content(name), bytes.toByteArray())) {
                return Either.left(BridgeError.Conflict.of(name + " is there with other content"));
            }
            put(name, bytes.toByteArray());
            return Either.right(stored(name));
        }

        @Override
        public void abort() {
            open.decrementAndGet();
        }
    }
}
