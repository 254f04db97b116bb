// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says what is waited for, until when, and what to do if it does not come. */
final class Arrivals {
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /** By then the run that wrote it is over, whatever became of it. */
    private static final Duration OVERDUE = Duration.ofDays(1);

    private final InstantSource clock;

    Arrivals(InstantSource clock) {
        this.clock = clock;
    }

    Waiting incomplete(Delivery delivery, Seq<WaitingExport> waiting) {
        WaitingExport first = waiting.head();
        Instant settled = first.since().plus(delivery.destination().settledAfter());
        String others = waiting.size() == 1 ? "" : ", nor are " + (waiting.size() - 1) + " later ones";
        String advice = first.since().plus(OVERDUE).isAfter(clock.instant())
                ? ""
                : "; nothing of it has come since " + first.since()
                        + ", so look at the destination's runs in Platform and export the audience again";
        return new Waiting(
                settled.isAfter(clock.instant()) ? settled : later(),
                "Export " + first.name() + " is not complete" + others + ": " + first.because() + advice);
    }

    Waiting nothing(Delivery delivery) {
        ExportDestination destination = delivery.destination();
        return new Waiting(
                later(),
                "No export of audience " + delivery.audience() + " has come to " + place(destination)
                        + "; if Platform has delivered it, compare the destination's name '" + destination.name()
                        + "' and its file names '" + destination.fileNames() + "' with those of the files");
    }

    Waiting withoutFull(Delivery delivery, int changes) {
        String due = delivery.schedule()
                .firstExport()
                .map(first -> "; it was due at " + first + ", and if it is lost, export the audience again and set"
                        + " ExportSchedule.firstExport to that time")
                .orElse("");
        return new Waiting(
                later(),
                changesOf(changes) + " of audience " + delivery.audience() + " came before the full export that changes"
                        + " count from" + due);
    }

    /** {@code InvalidRequest}: no export will ever be the full one. */
    BridgeError neverFull(Delivery delivery, int changes) {
        return BridgeError.InvalidRequest.of(
                "experiencePlatform.destinations.schedule",
                changesOf(changes) + " of audience " + delivery.audience() + " came to " + place(delivery.destination())
                        + ", and nothing says which export is full; set ExportSchedule.firstExport to the time of the"
                        + " activation's first export, or its mode to DAILY_FULL_EXPORT");
    }

    private static String changesOf(int exports) {
        return exports == 1 ? "An export of changes" : exports + " exports of changes";
    }

    private static String place(ExportDestination destination) {
        String folder = destination.folder().isEmpty() ? "" : "folder '" + destination.folder() + "' of ";
        return folder + "file exchange '" + destination.exchange() + "'";
    }

    private Instant later() {
        return clock.instant().plus(LOOK_AGAIN);
    }
}
