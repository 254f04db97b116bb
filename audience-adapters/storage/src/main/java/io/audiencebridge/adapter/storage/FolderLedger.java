// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A ledger of one file a run and audience: sorted 16-byte fingerprints, big-endian, nothing else. */
final class FolderLedger implements Ledger {
    private static final String ENDING = ".fingerprints";
    private static final int BYTES = 2 * Long.BYTES;

    private final Path folder;

    FolderLedger(Path folder) {
        this.folder = folder;
    }

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        Path file = file(audience, run);
        try {
            ByteBuffer content = ByteBuffer.allocate(Math.multiplyExact(fingerprints.size(), BYTES));
            for (int i = 0; i < fingerprints.size(); i++) {
                content.putLong(fingerprints.high(i)).putLong(fingerprints.low(i));
            }
            WholeFile.write(file, content.flip());
            return Either.right(run);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the ledger's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        Path page = page(audience);
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
            long size = Files.size(file);
            if (size % BYTES != 0) {
                return Either.left(BridgeError.LocalFailure.of("The ledger's file " + file + " is cut short at " + size
                        + " bytes; restore it from a backup, or members of that run will be shared again"));
            }
            IdSetBuilder found = new IdSetBuilder();
            for (long i = 0; i < size / BYTES; i++) {
                found.add(content.readLong(), content.readLong());
            }
            return Either.right(found.build());
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the ledger's", file, failed));
        }
    }

    private Path file(LedgerKey audience, RunId run) {
        return page(audience).resolve(run.value() + ENDING);
    }

    /** The audience's id is the system's own text: in hexadecimal it cannot leave the folder, whatever is in it. */
    private Path page(LedgerKey audience) {
        String id = HexFormat.of().formatHex(audience.audience().id().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(audience.audience().connection().value())
                .resolve(id)
                .resolve(Long.toString(audience.dataSourceId()));
    }
}
