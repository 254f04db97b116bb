// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A journal of one file a run, named after it. */
final class FolderJournal implements Journal, Erasable {
    private static final String ENDING = ".run";

    private final Path folder;

    FolderJournal(Path folder) {
        this.folder = folder;
    }

    @Override
    public Either<BridgeError, RunRecord> save(RunRecord record) {
        Path file = file(record.run());
        try {
            WholeFile.write(file, ByteBuffer.wrap(RunFile.write(record)));
            return Either.right(record);
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("write the journal's", file, failed));
        }
    }

    @Override
    public Either<BridgeError, Option<RunRecord>> find(RunId run) {
        Path file = file(run);
        return Files.exists(file) ? read(file).map(Option::of) : Either.right(Option.none());
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> all() {
        if (!Files.exists(folder)) {
            return Either.right(Vector.empty());
        }
        try (Stream<Path> files = Files.list(folder)) {
            Seq<Path> runs = Vector.ofAll(
                    files.filter(file -> file.toString().endsWith(ENDING)).toList());
            return Either.sequenceRight(runs.map(this::read)).map(found -> found.sortBy(RunRecord::started));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("list the journal in", folder, failed));
        }
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return KeptFiles.below(
                folder,
                file -> named(file).map(run -> {
                    KeptThing.Builder thing = KeptThing.builder();
                    return thing.kind(KeptThing.Kind.RUN).name(run.value()).run(run);
                }));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return thing.run().map(run -> KeptFiles.delete(file(run))).orElseGet(() -> Either.right(false));
    }

    private static Option<RunId> named(Path file) {
        String name = String.valueOf(file.getFileName());
        return Option.when(name.endsWith(ENDING), () -> name.substring(0, name.length() - ENDING.length()))
                .flatMap(run -> Try.of(() -> new RunId(run)).toOption());
    }

    private Either<BridgeError, RunRecord> read(Path file) {
        try {
            return Either.right(RunFile.read(Files.readAllBytes(file)));
        } catch (IOException failed) {
            return Either.left(FolderFailures.of("read the journal's", file, failed));
        } catch (RuntimeException damaged) {
            return Either.left(BridgeError.LocalFailure.of(
                    "The journal's file " + file + " is damaged; move it away and start a new run for that share"));
        }
    }

    private Path file(RunId run) {
        return folder.resolve(run.value() + ENDING);
    }
}
