// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens exchanges in folders. */
public final class FolderExchangeFactory implements FileExchangeFactory<FolderSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public FolderExchangeFactory() {}

    @Override
    public Class<FolderSettings> settings() {
        return FolderSettings.class;
    }

    @Override
    public Either<BridgeError, FileExchange> open(FolderSettings settings) {
        Path folder = settings.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "folder", "there is no folder " + folder + "; create it, or correct the setting"));
        }
        return Either.right(new FolderExchange(folder));
    }
}
