// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The messages that the suite has seen, one a line, so that they can be read and searched at the end. */
final class Messages {
    static final Path FILE = Path.of("target", "messages.txt");

    private static boolean begun;

    private Messages() {}

    static synchronized void note(BridgeError error) {
        try {
            if (!begun) {
                Files.deleteIfExists(FILE);
                begun = true;
            }
            Files.writeString(
                    FILE,
                    error.code() + ": " + error.message() + System.lineSeparator() + "    " + error
                            + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
