// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The manifests of a folder, the newest first.
 *
 * @param manifests those that are whole
 */
record Manifests(Vector<Manifest> manifests) {
    private static final Comparator<Manifest> NEWEST = Comparator.comparing(
                    (Manifest manifest) -> manifest.scheduled().getOrElse(Instant.MIN))
            .reversed();

    /** One that is gone meanwhile, or is not whole, is left out. */
    static Either<BridgeError, Manifests> read(FileExchange exchange, Seq<StoredFile> files, Call call) {
        Vector<Manifest> read = Vector.empty();
        for (StoredFile file : files.filter(one -> Manifest.isName(NamedFile.plain(one)))) {
            Either<BridgeError, byte[]> content = content(exchange, file, call);
            if (content.isLeft() && !(content.getLeft() instanceof BridgeError.NotFound)) {
                return Either.left(content.getLeft());
            }
            read = read.appendAll(content.toOption().flatMap(Manifest::read));
        }
        return Either.right(new Manifests(read.sorted(NEWEST)));
    }

    private static Either<BridgeError, byte[]> content(FileExchange exchange, StoredFile file, Call call) {
        return exchange.read(file.name(), call).flatMap(source -> {
            try (source) {
                return whole(source, new byte[(int) Math.min(Manifest.MOST_BYTES, file.size())]);
            }
        });
    }

    private static Either<BridgeError, byte[]> whole(ByteSource source, byte[] content) {
        int filled = 0;
        while (filled < content.length) {
            Either<BridgeError, Integer> read = source.read(content, filled, content.length - filled);
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            if (read.get() == ByteSource.END) {
                return Either.right(Arrays.copyOf(content, filled));
            }
            filled += read.get();
        }
        return Either.right(content);
    }

    /** The newest that names one of the files. */
    Option<Manifest> naming(Vector<NamedFile> files) {
        return manifests.find(manifest -> files.exists(file -> manifest.sizes().containsKey(file.plainName())));
    }
}
