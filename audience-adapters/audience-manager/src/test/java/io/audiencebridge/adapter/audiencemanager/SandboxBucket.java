// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.sandbox.s3.ObjectStore;
import io.audiencebridge.sandbox.s3.StoredObject;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** A bucket of the sandbox as a file exchange, past the wire. */
record SandboxBucket(ObjectStore objects, String bucket) implements FileExchange {
    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return Either.right(Vector.ofAll(objects.list(bucket))
                .filter(object -> object.key().startsWith(prefix))
                .map(SandboxBucket::stored));
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        try {
            return Either.right(new Source(objects.read(bucket, name)));
        } catch (NoSuchElementException missing) {
            return Either.left(BridgeError.NotFound.of("There is no object " + name));
        }
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return Either.right(new Sink(name, new ByteArrayOutputStream()));
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        objects.delete(bucket, name);
        return Either.right(name);
    }

    @Override
    public void close() {
        // the sandbox closes itself
    }

    private static StoredFile stored(StoredObject object) {
        return StoredFile.builder()
                .name(object.key())
                .size(object.size())
                .modified(object.modified())
                .contentTag(object.eTag())
                .build();
    }

    private record Source(InputStream bytes) implements ByteSource {
        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            try {
                return Either.right(bytes.read(into, from, length));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            try {
                bytes.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private final class Sink implements ByteSink {
        private final String name;
        private final ByteArrayOutputStream bytes;

        Sink(String name, ByteArrayOutputStream bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public Either<BridgeError, Integer> write(byte[] source, int from, int length) {
            bytes.write(source, from, length);
            return Either.right(length);
        }

        /** Conditional, as every exchange is: the same content again is the same file, other content is a conflict. */
        @Override
        public Either<BridgeError, StoredFile> finish() {
            Option<StoredFile> there = find();
            if (there.isDefined()) {
                return isSame()
                        ? Either.right(there.get())
                        : Either.left(BridgeError.Conflict.of("There is another object " + name));
            }
            return write();
        }

        private Option<StoredFile> find() {
            return Vector.ofAll(objects.list(bucket))
                    .map(SandboxBucket::stored)
                    .find(file -> file.name().equals(name));
        }

        private boolean isSame() {
            try (InputStream there = objects.read(bucket, name)) {
                return Arrays.equals(there.readAllBytes(), bytes.toByteArray());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private Either<BridgeError, StoredFile> write() {
            try (OutputStream object = objects.write(bucket, name)) {
                bytes.writeTo(object);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return Either.right(find().get());
        }

        @Override
        public void abort() {
            // nothing was visible
        }
    }
}
