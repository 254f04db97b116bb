// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A ledger of one file a run and audience: sorted 16-byte fingerprints, big-endian, nothing else. */
final class FolderLedger implements Ledger, LedgerPieces, Erasable {
    private static final String ENDING = ".fingerprints";

    private final Path folder;

    FolderLedger(Path folder) {
        this.folder = folder;
    }

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        Path file = file(audience, run);
        try {
            WholeFile.write(file, channel -> Fingerprints.write(fingerprints, channel));
            return Either.right(run);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the ledger's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        Path page = Pages.of(folder, audience);
        if (!Files.exists(page)) {
            return Either.right(Vector.empty());
        }
        try (Stream<Path> files = Files.list(page)) {
            return Either.right(Vector.ofAll(files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> new RunId(name.substring(0, name.length() - ENDING.length())))
                    .toList()));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("list the ledger in", page, failed));
        }
    }

    @Override
    public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
        Path file = file(audience, run);
        if (!Files.exists(file)) {
            return Either.right(IdSet.EMPTY);
        }
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Either<BridgeError, Long> size = size(file);
            return size.isLeft() ? Either.left(size.getLeft()) : Either.right(Fingerprints.read(content, size.get()));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the ledger's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
        Path file = file(audience, run);
        try {
            return Files.exists(file) ? size(file) : Either.right(0L);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the ledger's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
        Path file = file(audience, run);
        if (!Files.exists(file)) {
            return Either.right(IdSet.EMPTY);
        }
        try (FileChannel content = FileChannel.open(file)) {
            Either<BridgeError, Long> size = size(file);
            return size.isLeft()
                    ? Either.left(size.getLeft())
                    : Either.right(Fingerprints.read(content, from, (int)
                            Math.max(0, Math.min(size.get() - from, most))));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the ledger's", file, failed));
        }
    }

    /** How many fingerprints are in a file. */
    private static Either<BridgeError, Long> size(Path file) throws IOException {
        long bytes = Files.size(file);
        return bytes % Fingerprints.BYTES == 0
                ? Either.right(bytes / Fingerprints.BYTES)
                : Either.left(BridgeError.LocalFailure.of("The ledger's file " + file + " is cut short at " + bytes
                        + " bytes; restore it from a backup, or members of that run will be shared again"));
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.below(
                folder,
                file -> named(file)
                        .flatMap(run -> Pages.key(folder, file)
                                .map(page -> KeptFiles.page(KeptThing.Kind.SHARED_KEYS, page)
                                        .name(page.audience() + ", data source " + page.dataSourceId() + ", run " + run)
                                        .run(run))));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return thing.page()
                .flatMap(page -> thing.run().map(run -> KeptFiles.delete(file(page, run))))
                .orElseGet(() -> Either.right(false));
    }

    private static Option<RunId> named(Path file) {
        String name = String.valueOf(file.getFileName());
        return Option.when(name.endsWith(ENDING), () -> name.substring(0, name.length() - ENDING.length()))
                .flatMap(run -> Try.of(() -> new RunId(run)).toOption());
    }

    private Path file(LedgerKey audience, RunId run) {
        return Pages.of(folder, audience).resolve(run.value() + ENDING);
    }
}
