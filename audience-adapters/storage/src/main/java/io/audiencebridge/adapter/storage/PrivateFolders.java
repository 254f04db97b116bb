// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that nobody but their owner may look into, where the disk knows owners. Folders that are there already stay as their owner made them. */
final class PrivateFolders {
    private static final FileAttribute<?>[] NOTHING = {};

    private PrivateFolders() {}

    /** Creates the folder, and those above it that are not there. */
    static Path create(Path folder) throws IOException {
        return Files.createDirectories(folder, ownersOnly(folder));
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) {
        boolean knowsOwners =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : NOTHING;
    }
}
