// SPDX-License-Identifier: Apache-2.0

/** Journal, ledger and file exchange in folders. */
module io.audiencebridge.adapter.storage {
    requires transitive io.audiencebridge.domain;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.storage;

    provides io.audiencebridge.domain.spi.engine.FileExchangeFactory with
            io.audiencebridge.adapter.storage.FolderExchangeFactory;
    provides io.audiencebridge.domain.spi.engine.HomeFactory with
            io.audiencebridge.adapter.storage.HomeFolderFactory;
    provides io.audiencebridge.domain.spi.engine.RecipientIndexFactory with
            io.audiencebridge.adapter.storage.RecipientIndexFolderFactory;
}
