// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** Where a folder is: a path of this machine, or the address of a folder in another file system, such as one in memory. */
final class Place {
    private static final String ADDRESS = "://";

    private Place() {}

    /** Left: {@code LocalFailure}. */
    static Either<BridgeError, Path> of(String place) {
        try {
            return Either.right(place.contains(ADDRESS) ? Path.of(URI.create(place)) : Path.of(place));
        } catch (IllegalArgumentException | FileSystemNotFoundException wrong) {
            return Either.left(BridgeError.LocalFailure.of("'" + place + "' is no path of a folder; name another one"));
        }
    }
}
