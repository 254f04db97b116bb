// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;

/** Opens kept copies of recipients' keys in a folder beside the journal. */
public final class RecipientIndexFolderFactory implements RecipientIndexFactory {
    private static final String FOLDER = "recipient-index";

    /** A factory, for {@code ServiceLoader}. */
    public RecipientIndexFolderFactory() {}

    @Override
    public Either<BridgeError, RecipientIndexes> open(String place, Secret secret) {
        return Place.of(place).map(folder -> new FolderRecipientIndexes(folder.resolve(FOLDER), new IndexKeys(secret)));
    }
}
