// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists files as kept things, and deletes them. Links are not followed. */
final class KeptFiles {
    private KeptFiles() {}

    /** Everything below {@code folder} that {@code thing} makes something of. A file that goes meanwhile is left out. */
    static Either<BridgeError, Seq<KeptThing>> below(Path folder, Function<Path, Option<KeptThing.Builder>> thing) {
        if (!Files.isDirectory(folder)) {
            return Either.right(Vector.empty());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Vector<KeptThing> found = Vector.empty();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found = found.appendAll(thing.apply(file).flatMap(kept -> dated(kept, file)));
            }
            return Either.right(found);
        } catch (IOException | UncheckedIOException failed) {
            return Either.left(FolderFailures.of("list what is kept in", folder, failed));
        }
    }

    /** The files of that name or ending in the folders of audiences. */
    static Either<BridgeError, Seq<KeptThing>> ofPages(Path folder, String name, KeptThing.Kind kind) {
        return below(
                folder,
                file -> Option.when(file.endsWith(name), file)
                        .flatMap(named -> Pages.key(folder, named))
                        .map(page -> page(kind, page)));
    }

    /** A thing of an audience. */
    static KeptThing.Builder page(KeptThing.Kind kind, LedgerKey page) {
        KeptThing.Builder thing = KeptThing.builder();
        thing.kind(kind).page(page).name(page.audience() + ", data source " + page.dataSourceId());
        return thing;
    }

    /** Deletes a file. Right: whether it was there. */
    static Either<BridgeError, Boolean> delete(Path file) {
        try {
            return Either.right(Files.deleteIfExists(file));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("delete", file, failed));
        }
    }

    private static Option<KeptThing> dated(KeptThing.Builder thing, Path file) {
        try {
            return Option.some(thing.touched(Files.getLastModifiedTime(file).toInstant())
                    .bytes(Files.size(file))
                    .build());
        } catch (NoSuchFileException gone) {
            return Option.none();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
