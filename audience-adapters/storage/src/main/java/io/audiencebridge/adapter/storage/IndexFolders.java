// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where copies of recipients' keys lie: by connection, then by a digest of what is in them. */
final class IndexFolders {
    private static final int DIGITS = 32;

    private IndexFolders() {}

    static Path of(Path root, IndexPage page) {
        MessageDigest digest = Content.digest();
        byte[] name = digest.digest(page.keys().getBytes(StandardCharsets.UTF_8));
        return root.resolve(page.connection().value())
                .resolve(HexFormat.of().formatHex(name).substring(0, DIGITS));
    }

    /** Deletes the copies below {@code root} that are meant; what is left of one that was never finished goes with it. Right: how many. */
    static Either<BridgeError, Integer> delete(Path root, Predicate<Path> meant) {
        if (!Files.isDirectory(root)) {
            return Either.right(0);
        }
        try {
            int deleted = 0;
            for (Path copy : copies(root)) {
                if (meant.test(copy)) {
                    // The manifest goes first: without it nothing else counts, should this be interrupted.
                    boolean counted = Files.deleteIfExists(copy.resolve(IndexManifest.NAME));
                    keep(copy, Set.of());
                    Files.deleteIfExists(copy);
                    deleted += counted ? 1 : 0;
                }
            }
            return Either.right(deleted);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("delete the recipient index in", root, failed));
        }
    }

    /** Whether the copy was built before {@code then}, as its manifest says in clear. One that cannot be told is old; one that is still being built is not. */
    static boolean isBuiltBefore(Path copy, Instant then) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(copy.resolve(IndexManifest.NAME)))) {
            return Instant.ofEpochMilli(SealedHeader.read(in).built()).isBefore(then);
        } catch (NoSuchFileException unfinished) {
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** When the copy was built, as its manifest says in clear; none if that cannot be told. */
    static Option<Instant> builtAt(Path copy) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(copy.resolve(IndexManifest.NAME)))) {
            return Option.some(Instant.ofEpochMilli(SealedHeader.read(in).built()));
        } catch (IOException unreadable) {
            return Option.none();
        }
    }

    /** Deletes what the manifest does not name. A file that is still being read and cannot be deleted is left for the next time. */
    static void keepOnly(Path copy, IndexManifest manifest) {
        Set<String> named = manifest.runs().stream().map(IndexRun::name).collect(Collectors.toSet());
        try {
            keep(copy, named);
        } catch (IOException inUse) {
            // It counts for nothing; the next refresh tries again.
        }
    }

    private static void keep(Path copy, Set<String> named) throws IOException {
        for (Path file : list(copy)) {
            String name = String.valueOf(file.getFileName());
            if (!name.equals(IndexManifest.NAME) && !named.contains(name)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> copies(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
