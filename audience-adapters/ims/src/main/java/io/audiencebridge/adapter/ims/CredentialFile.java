// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small text file. Messages show its name only, since a folder may say more than a log should. */
final class CredentialFile {
    private final Path path;

    CredentialFile(Path path) {
        this.path = path;
    }

    String name() {
        return "file " + path.getFileName();
    }

    /** Its text; none where there is no such file. */
    Either<BridgeError, Option<String>> text() {
        try {
            return Either.right(Option.some(Files.readString(path, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException absent) {
            return Either.right(Option.none());
        } catch (IOException unreadable) {
            return Either.left(new BridgeError.LocalFailure(
                    "The credential in " + name() + " cannot be read ("
                            + unreadable.getClass().getSimpleName()
                            + "); check that it is UTF-8 text and that this process may read it",
                    Incident.local()));
        }
    }
}
