// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Files in a folder and the folders below it. Other programs may write there as well; a file of theirs is listed as soon as it is there.
 *
 * <p>A file's content tag is the SHA-256 digest of its bytes (SEMANTICS S27), so that listing reads every file it lists.
 */
final class FolderExchange implements FileExchange {
    private final ExchangeFolder folder;

    FolderExchange(Path root) {
        this.folder = new ExchangeFolder(root);
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return call.check().flatMap(open -> folder.start(prefix)).flatMap(start -> list(start, prefix, call));
    }

    private Either<BridgeError, Seq<StoredFile>> list(Path start, String prefix, Call call) {
        if (!Files.isDirectory(start)) {
            return Either.right(Vector.empty());
        }
        try (Stream<Path> found = Files.walk(start)) {
            Vector<Path> files = Vector.ofAll(found.filter(Files::isRegularFile)
                            .filter(folder::finished)
                            .filter(folder::isInside)
                            .filter(file -> folder.name(file).startsWith(prefix))
                            .toList())
                    .sortBy(folder::name);
            return Either.sequenceRight(files.map(file -> describe(file, call))).map(all -> all.flatMap(one -> one));
        } catch (IOException | UncheckedIOException failed) {
            return Either.left(FolderFailures.of("list the files in", start, failed));
        }
    }

    /** None when somebody removed it meanwhile. */
    private Either<BridgeError, Option<StoredFile>> describe(Path file, Call call) {
        try {
            return Content.of(file, call).flatMap(content -> describe(file, content));
        } catch (NoSuchFileException gone) {
            return Either.right(Option.none());
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read", file, failed));
        }
    }

    private Either<BridgeError, Option<StoredFile>> describe(Path file, Content content) {
        return Stored.file(folder.name(file), file, content).map(Option::of);
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return call.check().flatMap(open -> folder.file(name)).flatMap(file -> FolderSource.open(name, file, call));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        return call.check().flatMap(open -> folder.file(name)).flatMap(file -> {
            try {
                return Either.right(FolderSink.to(name, file, folder.draft(), call));
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("begin", file, failed));
            }
        });
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        return call.check().flatMap(open -> folder.file(name)).flatMap(file -> {
            try {
                if (!Files.isDirectory(file)) {
                    Files.deleteIfExists(file);
                }
                return Either.right(name);
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("delete", file, failed));
            }
        });
    }

    @Override
    public void close() {
        // Holds nothing between calls.
    }
}
