// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of files as paths on the server, below one folder, and the names of files that are not finished. */
final class RemoteNames {
    private static final Pattern DRAFT = Pattern.compile("\\.unfinished-[0-9a-f-]{36}");

    private final String folder;

    RemoteNames(String folder) {
        this.folder = folder.isEmpty() ? "." : folder;
    }

    /** The exchange's own folder. */
    String folder() {
        return folder;
    }

    /** The path of a file. Left: {@code InvalidRequest} for a name that might lead out of the folder, or that a draft could have. */
    Either<BridgeError, String> path(String name) {
        return plain(name)
                ? Either.right(folder + "/" + name)
                : Either.left(BridgeError.InvalidRequest.of(
                        "name",
                        "'" + name.replace('\0', '?')
                                + "' cannot be a file in the folder; use plain names with single slashes"
                                + " between folders"));
    }

    /** The deepest folder that holds every name with that prefix. */
    Either<BridgeError, String> start(String prefix) {
        int end = prefix.lastIndexOf('/');
        return end < 0 ? Either.right(folder) : path(prefix.substring(0, end));
    }

    /** The name of the file at a path. */
    String name(String path) {
        return path.substring(folder.length() + 1);
    }

    /** A path beside {@code path} that no list shows; the move to the right name then stays within one disk. */
    static String draftBeside(String path) {
        return parent(path) + "/.unfinished-" + UUID.randomUUID();
    }

    static boolean isDraft(String step) {
        return DRAFT.matcher(step).matches();
    }

    static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The account's home, or a path without steps that lead up. */
    static boolean isFolder(String folder) {
        String down = folder.startsWith("/") ? folder.substring(1) : folder;
        return folder.isEmpty() || Arrays.stream(down.split("/", -1)).noneMatch(RemoteNames::astray);
    }

    private static boolean plain(String name) {
        return Arrays.stream(name.split("/", -1)).noneMatch(step -> astray(step) || isDraft(step));
    }

    private static boolean astray(String step) {
        return step.isEmpty()
                || step.equals(".")
                || step.equals("..")
                || step.indexOf('\\') >= 0
                || step.indexOf('\0') >= 0;
    }
}
