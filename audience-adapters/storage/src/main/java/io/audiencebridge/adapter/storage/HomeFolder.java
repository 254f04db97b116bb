// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which a bridge keeps its journal, its ledger and its memberships between runs. Holds counts, names and fingerprints, never a person's id.
 *
 * <p>Files are replaced whole, by a forced write and an atomic move, so that a crash leaves the old or the new one. For one process at a time.
 */
public final class HomeFolder implements Home {
    private final Path folder;

    private HomeFolder(Path folder) {
        this.folder = folder;
    }

    /** The home at {@code folder}, created if it is not there. Left: {@code LocalFailure} when it cannot be. */
    public static Either<BridgeError, HomeFolder> at(Path folder) {
        try {
            Files.createDirectories(folder);
            return Either.right(new HomeFolder(folder));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("create the home folder", folder, failed));
        }
    }

    /** The journal, one file a run. */
    @Override
    public Journal journal() {
        return new FolderJournal(folder.resolve("journal"));
    }

    /** The ledger, one file of sorted 16-byte fingerprints a run and audience. */
    @Override
    public Ledger ledger() {
        return new FolderLedger(folder.resolve("ledger"));
    }

    /** The memberships, one file of fingerprints an audience, of the ledger's format behind a line with the position. */
    @Override
    public Memberships memberships() {
        return new FolderMemberships(folder.resolve("memberships"));
    }

    /** The event states of Platform audiences, one file an audience. */
    @Override
    public EventStates eventStates() {
        return new FolderEventStates(folder.resolve("events"));
    }
}
