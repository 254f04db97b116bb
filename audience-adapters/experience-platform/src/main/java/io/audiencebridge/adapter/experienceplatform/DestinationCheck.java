// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.BridgeError.InvalidRequest;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Optional;

/** Finds every mistake in a destination whose files are to be received. */
final class DestinationCheck {
    private DestinationCheck() {}

    static Seq<Violation> of(ExportDestination destination) {
        return Vector.of(
                        unless(!destination.name().isBlank(), destination, "name", "must not be blank"),
                        unless(!destination.keyColumn().isBlank(), destination, "keyColumn", "must not be blank"),
                        unless(
                                isFolder(destination.folder()),
                                destination,
                                "folder",
                                "'" + destination.folder()
                                        + "' must be a path without slashes at its ends, without .. and"
                                        + " without empty steps"),
                        unless(
                                destination.rowsPerFile() > 0,
                                destination,
                                "rowsPerFile",
                                destination.rowsPerFile() + " must be 1 or more"),
                        unless(
                                !destination.settledAfter().isNegative(),
                                destination,
                                "settledAfter",
                                destination.settledAfter() + " must not be negative"),
                        names(destination))
                .flatMap(violations -> violations)
                .appendAll(schedules(destination))
                .appendAll(csv(destination));
    }

    private static boolean isFolder(String folder) {
        return folder.isEmpty()
                || Vector.of(folder.split("/", -1)).forAll(step -> !step.isEmpty() && !step.equals(".."));
    }

    private static Vector<Violation> names(ExportDestination destination) {
        return FileNameTemplate.parse(destination.fileNames())
                .fold(
                        error -> violations(error, destination),
                        template -> unless(
                                !template.has("SEGMENT_NAME")
                                        || template.has("SEGMENT_ID")
                                        || !destination.audienceNames().isEmpty(),
                                destination,
                                "audienceNames",
                                "must name the audiences, since the file names tell them apart by their names alone"));
    }

    private static Vector<Violation> violations(BridgeError error, ExportDestination destination) {
        return error instanceof InvalidRequest invalid
                ? invalid.violations().toVector().map(one -> violation(destination, one.subject(), one.message()))
                : Vector.of(violation(destination, "fileNames", error.message()));
    }

    private static Vector<Violation> schedules(ExportDestination destination) {
        return Vector.of(destination.schedule())
                .appendAll(destination.schedules().values())
                .map(ExportSchedule::every)
                .filter(every -> every.isNegative() || every.isZero())
                .map(every -> violation(destination, "schedule.every", every + " must be more than nothing"));
    }

    private static Vector<Violation> csv(ExportDestination destination) {
        CsvOptions csv = destination.csv();
        Optional<Character> quote = csv.quote();
        return unless(
                        csv.delimiter().isEmpty() || !csv.delimiter().equals(quote),
                        destination,
                        "csv.delimiter",
                        "must differ from the quote")
                .appendAll(unless(
                        csv.maxRowBytes() > 0,
                        destination,
                        "csv.maxRowBytes",
                        csv.maxRowBytes() + " must be 1 or more"));
    }

    private static Vector<Violation> unless(
            boolean sound, ExportDestination destination, String setting, String message) {
        return sound ? Vector.empty() : Vector.of(violation(destination, setting, message));
    }

    private static Violation violation(ExportDestination destination, String setting, String message) {
        return new Violation(
                "experiencePlatform.destinations." + setting, "Destination '" + destination.name() + "': " + message);
    }
}
