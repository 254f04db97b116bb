// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Where a name is on disk, and where files are before they have one. */
final class ExchangeFolder {
    /** Inside the exchange, so that a finished file moves within one disk, and never listed. */
    private static final String UNFINISHED = ".unfinished";

    /** On some systems a name that begins so is on another disk. */
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final Path root;

    ExchangeFolder(Path root) {
        this.root = root;
    }

    /** The file of that name. Left: {@code InvalidRequest} when it would not be inside the folder. */
    Either<BridgeError, Path> file(String name) {
        String[] steps = name.split("/", -1);
        if (Arrays.stream(steps).anyMatch(ExchangeFolder::astray)
                || steps[0].equals(UNFINISHED)
                || DRIVE.matcher(steps[0]).matches()) {
            return refused(name);
        }
        try {
            Path file = root.resolve(name).normalize();
            return file.startsWith(root) && isInside(file) ? Either.right(file) : refused(name);
        } catch (InvalidPathException wrong) {
            return refused(name);
        }
    }

    /** The deepest folder that holds every name with that prefix. */
    Either<BridgeError, Path> start(String prefix) {
        int end = prefix.lastIndexOf('/');
        return end < 0 ? Either.right(root) : file(prefix.substring(0, end));
    }

    /** The name of a file. */
    String name(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    boolean finished(Path file) {
        return !file.startsWith(root.resolve(UNFINISHED));
    }

    /** A new file that is not listed. */
    Path draft() throws IOException {
        Path drafts = PrivateFolders.create(root.resolve(UNFINISHED));
        return Files.createTempFile(drafts, "draft-", ".tmp");
    }

    /** Whether no link on the way leads out of the folder, where somebody may have put one. */
    boolean isInside(Path file) {
        try {
            for (Path step = file; step != null && !step.equals(root); step = step.getParent()) {
                if (Files.isSymbolicLink(step) && !step.toRealPath().startsWith(root.toRealPath())) {
                    return false;
                }
            }
            return true;
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    private static boolean astray(String step) {
        return step.isEmpty() || step.equals(".") || step.equals("..") || step.indexOf('\\') >= 0;
    }

    private static Either<BridgeError, Path> refused(String name) {
        return Either.left(BridgeError.InvalidRequest.of(
                "name",
                "'" + name + "' cannot be a file in the folder; use plain names with single slashes between folders"));
    }
}
