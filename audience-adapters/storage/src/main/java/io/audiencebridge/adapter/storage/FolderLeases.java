// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Leases of one file each, for all processes that see the folder and whose file system tells locks from one to the other. What a killed process held is free at once where its
 * death shows, and else when its time is over.
 */
final class FolderLeases implements Leases {
    /** Locks of files are told apart between processes only. */
    private static final Object THIS_PROCESS = new Object();

    private final Path folder;
    private final LivingProcesses processes;

    FolderLeases(Path folder) {
        this.folder = folder;
        this.processes = new LivingProcesses(folder);
    }

    @Override
    public Either<BridgeError, Lease> take(Lease wanted, Instant now) {
        return alone(() -> {
            Path file = LeaseFile.of(folder, wanted.subject());
            Option<LeaseFile> found = LeaseFile.read(file);
            if (found.isDefined() && isAnothers(found.get(), wanted, now)) {
                return found.get().lease();
            }
            new LeaseFile(wanted, processes.hold(file)).write(file);
            return wanted;
        });
    }

    @Override
    public Either<BridgeError, Option<Lease>> extend(Lease wanted) {
        return alone(() -> {
            Path file = LeaseFile.of(folder, wanted.subject());
            Option<LeaseFile> found = LeaseFile.read(file);
            if (!found.exists(held -> held.isOf(wanted.holder()))) {
                processes.letGo(file);
                return found.map(LeaseFile::lease);
            }
            new LeaseFile(wanted, processes.hold(file)).write(file);
            return Option.some(wanted);
        });
    }

    @Override
    public Either<BridgeError, Boolean> release(Lease held) {
        return alone(() -> {
            Path file = LeaseFile.of(folder, held.subject());
            boolean isHolders = LeaseFile.read(file).exists(found -> found.isOf(held.holder()));
            if (isHolders) {
                Files.delete(file);
            }
            processes.letGo(file);
            return isHolders;
        });
    }

    private boolean isAnothers(LeaseFile found, Lease wanted, Instant now) throws IOException {
        return !found.isOf(wanted.holder()) && found.lease().holdsAt(now) && processes.isAlive(found.process());
    }

    private <T> Either<BridgeError, T> alone(Step<T> step) {
        synchronized (THIS_PROCESS) {
            try {
                PrivateFolders.create(folder);
                try (FileChannel gate = FileChannel.open(
                        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    var unused = gate.lock();
                    return Either.right(step.done());
                }
            } catch (IOException failed) {
                return Either.left(FolderFailures.of("keep leases in", folder, failed));
            }
        }
    }

    /** What is done while nobody else is at the folder. */
    @FunctionalInterface
    private interface Step<T> {
        T done() throws IOException;
    }
}
