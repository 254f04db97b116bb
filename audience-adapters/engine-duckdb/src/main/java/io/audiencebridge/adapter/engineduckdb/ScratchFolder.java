// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of one call for files that hold people's keys: readable by the owner only, gone when it is closed. A lock file beside it is held as long as its process lives, so that
 * others see whether it was left behind.
 */
final class ScratchFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    /** Of this process: a lock says nothing to the process that holds it, and looking at the file again would give it up. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private ScratchFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** A new folder under {@code parent}. */
    static ScratchFolder under(Path parent) throws IOException {
        while (true) {
            String name = "match-" + UUID.randomUUID();
            Path lockFile = parent.resolve(name + LOCK);
            OURS.add(lockFile);
            FileChannel channel = FileChannel.open(
                    lockFile,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownersOnly(parent, "rw-------"));
            // Somebody who clears up may have come between the file and its lock; then the name is given up.
            if (channel.tryLock() != null && Files.exists(lockFile)) {
                Path folder = Files.createDirectory(parent.resolve(name), ownersOnly(parent, "rwx------"));
                return new ScratchFolder(folder, lockFile, channel);
            }
            channel.close();
            OURS.remove(lockFile);
        }
    }

    /** Makes {@code parent} if it is not there, and removes what processes that no longer live left in it. Left: it cannot be made or read. */
    static Either<BridgeError, Path> removeLeftBehind(Path parent) {
        Path absolute = parent.toAbsolutePath();
        try {
            make(absolute);
            for (Path lockFile : lockFiles(absolute)) {
                removeIfLeft(lockFile);
            }
            return Either.right(absolute);
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of("Cannot use the temporary folder " + absolute + ": "
                    + failed.getClass().getSimpleName() + "; name another one in the engine's settings"));
        }
    }

    Path path() {
        return folder;
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() throws IOException {
        try {
            delete(folder);
            Files.deleteIfExists(lockFile);
        } finally {
            lock.close();
            OURS.remove(lockFile);
        }
    }

    private static void make(Path parent) throws IOException {
        Path above = parent.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(parent, ownersOnly(above == null ? parent : above, "rwx------"));
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(parent)) {
                throw there;
            }
        }
    }

    private static List<Path> lockFiles(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(LOCK))
                    .filter(file -> !OURS.contains(file))
                    .toList();
        }
    }

    private static void removeIfLeft(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock owner = channel.tryLock()) {
            if (owner != null) {
                String name = String.valueOf(lockFile.getFileName());
                delete(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lockFile);
            }
        } catch (NoSuchFileException gone) {
            // Its owner ended just now, or somebody else clears up.
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path where, String permissions) {
        boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
