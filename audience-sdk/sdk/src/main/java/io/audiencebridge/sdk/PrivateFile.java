// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that only its owner may read and that is there as a whole or not at all. */
final class PrivateFile {
    private PrivateFile() {}

    /** Right: the file. Left: {@code LocalFailure}; what was there before is there still. */
    static Either<BridgeError, Path> write(Path file, String text) {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || Files.isDirectory(whole)) {
            return failed(file, "it is a folder; name a file in it");
        }
        try {
            replace(whole, folder, text.getBytes(StandardCharsets.UTF_8));
            return Either.right(file);
        } catch (NoSuchFileException missing) {
            return failed(file, "folder " + folder + " is not there; make it first");
        } catch (IOException | SecurityException refused) {
            return failed(
                    file,
                    "folder " + folder + " refused it (" + refused.getClass().getSimpleName()
                            + "); look at its rights and at the space on the disk");
        }
    }

    /** A temporary file has its owner's rights only, where the file system has rights. */
    private static void replace(Path file, Path folder, byte[] content) throws IOException {
        Path draft = Files.createTempFile(folder, ".report-", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Either<BridgeError, Path> failed(Path file, String why) {
        return Either.left(BridgeError.LocalFailure.of("Report " + file + " could not be written: " + why));
    }
}
