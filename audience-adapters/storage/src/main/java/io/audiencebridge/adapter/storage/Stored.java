// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk as the exchange tells it. */
final class Stored {
    private Stored() {}

    static Either<BridgeError, StoredFile> file(String name, Path file, Content content) {
        try {
            return Either.right(StoredFile.builder()
                    .name(name)
                    .size(content.size())
                    .modified(Files.getLastModifiedTime(file).toInstant())
                    .contentTag(content.tag())
                    .build());
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("look at", file, failed));
        }
    }
}
