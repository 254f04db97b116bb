// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LeaseHome;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.audiencebridge.domain.spi.engine.SuppressionHome;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder in which a bridge keeps its journal, its ledger, its memberships and who opted out between runs. Holds counts, names and fingerprints, never a person's id.
 *
 * <p>Files are replaced whole, by a forced write and an atomic move, so that a crash leaves the old or the new one. Several processes of one machine may share it: leases keep them off each other's runs.
 * Folders and files are made for their owner alone, where the disk knows owners.
 */
public final class HomeFolder implements LeaseHome, SuppressionHome, Erasable {
    private final Path folder;
    private final FolderSuppressions suppressions;

    private HomeFolder(Path folder) {
        this.folder = folder;
        this.suppressions = new FolderSuppressions(folder.resolve("suppressed"));
    }

    /** The home at {@code folder}, created if it is not there. Left: {@code LocalFailure} when it cannot be. */
    public static Either<BridgeError, HomeFolder> at(Path folder) {
        try {
            PrivateFolders.create(folder);
            return Either.right(new HomeFolder(folder));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("create the home folder", folder, failed));
        }
    }

    /** What interrupted writes left behind, in whatever part of the home. */
    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.below(
                folder,
                file -> Option.when(
                        WholeFile.isDraft(file),
                        () -> KeptThing.builder()
                                .kind(KeptThing.Kind.LEFT_OVER)
                                .name(folder.relativize(file).toString())));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        Path file = folder.resolve(thing.name()).normalize();
        return file.startsWith(folder) && WholeFile.isDraft(file) ? KeptFiles.delete(file) : Either.right(false);
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

    /** The people who opted out, one file of keyed digests, of the ledger's format behind a value that tells the secret. */
    @Override
    public Suppressions suppressions() {
        return suppressions;
    }

    /** The event states of Platform audiences, one file an audience. */
    @Override
    public EventStates eventStates() {
        return new FolderEventStates(folder.resolve("events"));
    }

    /** The leases, one file each. What a killed process of this machine held is free at once. */
    @Override
    public Leases leases() {
        return new FolderLeases(folder.resolve("leases"));
    }
}
