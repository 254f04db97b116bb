// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Stage;

/** What Platform's documents ask of an audience that is exported to files. */
final class ExportFacts {
    static final Precondition DESTINATION = of(
            Stage.CARRIER,
            "4.3.destination",
            "An audience is exported by a destination whose files can be told from others");
    static final Precondition EXCHANGE =
            of(Stage.CARRIER, "4.2.exchange", "The destination writes to a storage that can be listed and read");
    static final Precondition ARRIVED =
            of(Stage.FILES, "4.5.arrived", "A destination exports its audiences on a schedule");
    static final Precondition FULL = of(
            Stage.FILES,
            "4.5.full",
            "Changes count from a full export, the first one after the activation or every one");
    static final Precondition COMPLETE = of(
            Stage.FILES,
            "4.10.complete",
            "An export is complete with all files that its manifest names, or without a gap");
    static final Precondition BACKFILL = of(
            Stage.PEOPLE,
            "0.1.backfill",
            "The first export after an activation may lack people until noon of the next day");
    static final Precondition FRESH = of(Stage.FILES, "4.5.fresh", "A destination exports at least once a day");
    static final Precondition ACTIVE =
            of(Stage.AUDIENCE, "4.7.active", "The audience is published, and its flow to the destination is enabled");

    private ExportFacts() {}

    private static Precondition of(Stage stage, String row, String fact) {
        return new Precondition(
                "experience-cloud." + row,
                fact,
                "experience-cloud " + row.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1"),
                stage);
    }
}
