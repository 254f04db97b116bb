// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** Whether all of an export has arrived (SEMANTICS S28). A manifest decides, where there is one; else numbers, rest and the rows of the last file do. */
final class ArrivalCheck {
    /** The shortest row: a character and the end of its line. */
    private static final int LEAST_ROW = 2;

    /** No compression makes more of a byte than this. */
    private static final int MOST_EXPANSION = 1040;

    private final ExportDestination destination;
    private final Names names;
    private final Instant now;
    private final Function<NamedFile, Either<BridgeError, Long>> rowCount;

    /**
     * A check.
     *
     * @param rowCount how many rows a file holds
     */
    ArrivalCheck(
            ExportDestination destination,
            Names names,
            Instant now,
            Function<NamedFile, Either<BridgeError, Long>> rowCount) {
        this.destination = destination;
        this.names = names;
        this.now = now;
        this.rowCount = rowCount;
    }

    /** What is missing, in one sentence; none when nothing is. */
    Either<BridgeError, Option<String>> missing(FoundExport export) {
        Option<String> doubled = doubled(export.files());
        if (doubled.isDefined()) {
            return Either.right(doubled);
        }
        if (export.manifest().isDefined()) {
            return Either.right(lackingOf(export, export.manifest().get()));
        }
        if (destination.manifests()) {
            return Either.right(Option.of("its manifest has not come, or is not whole"));
        }
        Option<String> gap = gap(export.files()).orElse(() -> unsettled(export));
        return gap.isDefined() ? Either.right(gap) : full(export);
    }

    private static Option<String> doubled(Vector<NamedFile> files) {
        return files.groupBy(file -> file.name().part())
                .find(same -> same._2().size() > 1)
                .map(same -> same._2().size() + " files claim to be its part " + same._1()
                        + "; remove the one that is not Platform's");
    }

    private Option<String> lackingOf(FoundExport export, Manifest manifest) {
        return manifest.sizes()
                .filterKeys(name -> names.read(name).exists(read -> read.stem().equals(export.stem())))
                .toVector()
                .flatMap(named -> lacking(export, named._1(), named._2()))
                .headOption();
    }

    private static Option<String> lacking(FoundExport export, String name, long size) {
        Option<NamedFile> there = export.files().find(file -> file.plainName().equals(name));
        if (there.isEmpty()) {
            return Option.of("its manifest names " + name + ", which has not come");
        }
        long has = there.get().file().size();
        return has == size
                ? Option.none()
                : Option.of(name + " has " + has + " of the " + size + " bytes that its manifest names");
    }

    private static Option<String> gap(Vector<NamedFile> files) {
        return Vector.range(0, files.size())
                .find(index -> files.get(index).name().part() != index + 1)
                .map(index -> "its part " + (index + 1) + " has not come");
    }

    private Option<String> unsettled(FoundExport export) {
        return export.files()
                .find(file ->
                        file.file().modified().plus(destination.settledAfter()).isAfter(now))
                .map(file -> file.plainName() + " was written less than " + destination.settledAfter()
                        + " ago, and there is no manifest to say that it is whole");
    }

    private Either<BridgeError, Option<String>> full(FoundExport export) {
        NamedFile last = export.last();
        if (isSmall(last)) {
            return Either.right(Option.none());
        }
        return rowCount.apply(last)
                .map(rows -> rows < destination.rowsPerFile()
                        ? Option.none()
                        : Option.of(last.plainName() + " is full with " + rows
                                + " rows, so that another file may follow; let the destination write"
                                + " manifests to know at once"));
    }

    /** Whether so many rows cannot be in so few bytes, whatever they are. */
    private boolean isSmall(NamedFile file) {
        return file.file().size() * MOST_EXPANSION < (long) destination.rowsPerFile() * LEAST_ROW;
    }
}
