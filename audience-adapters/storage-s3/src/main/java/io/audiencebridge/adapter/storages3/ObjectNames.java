// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Arrays;

/** Names of files as keys of objects, below a folder of the bucket. */
final class ObjectNames {
    private final String folder;

    ObjectNames(String prefix) {
        this.folder = prefix.isEmpty() ? "" : prefix + "/";
    }

    /** The key of a file. Left: {@code InvalidRequest} for a name that other stores would take for a path elsewhere. */
    Either<BridgeError, String> key(String name) {
        return plain(name)
                ? Either.right(folder + name)
                : Either.left(
                        BridgeError.InvalidRequest.of(
                                "name",
                                "'" + name.replace('\0', '?')
                                        + "' cannot be a file in the bucket; use plain names with single slashes between folders"));
    }

    /** What the keys of all files begin with whose names begin with {@code prefix}. */
    String start(String prefix) {
        return folder + prefix;
    }

    /** The name of the file with that key. */
    String name(String key) {
        return key.substring(folder.length());
    }

    /** Whether every step leads down. */
    static boolean plain(String name) {
        return Arrays.stream(name.split("/", -1)).noneMatch(ObjectNames::astray);
    }

    private static boolean astray(String step) {
        return step.isEmpty()
                || step.equals(".")
                || step.equals("..")
                || step.indexOf('\\') >= 0
                || step.indexOf('\0') >= 0;
    }
}
