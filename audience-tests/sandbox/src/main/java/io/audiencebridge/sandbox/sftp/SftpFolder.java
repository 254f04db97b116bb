// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The home of the SFTP account, with the folder {@code exchange} in it. */
final class SftpFolder {
    private static final String EXCHANGE = "exchange";

    private final Path root;

    private SftpFolder(Path root) {
        this.root = root;
    }

    static SftpFolder temporary() {
        try {
            SftpFolder folder = new SftpFolder(Files.createTempDirectory("audience-sandbox-sftp-"));
            Files.createDirectory(folder.root.resolve(EXCHANGE));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not create a folder for its SFTP server", e);
        }
    }

    Path root() {
        return root;
    }

    /** The file of a name below the home. */
    Path file(String name) {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("'" + name + "' is not below the home of the SFTP account");
        }
        return file;
    }

    List<String> names() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not list its SFTP server", e);
        }
    }

    void clear() {
        removeBelow();
        try {
            Files.createDirectories(root.resolve(EXCHANGE));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not clear its SFTP server", e);
        }
    }

    void remove() {
        removeBelow();
        root.toFile().deleteOnExit();
    }

    /** A session that is still writing may add a file meanwhile; the folder is a temporary one anyway. */
    private void removeBelow() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(file -> !file.equals(root))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            root.toFile().deleteOnExit();
        }
    }
}
