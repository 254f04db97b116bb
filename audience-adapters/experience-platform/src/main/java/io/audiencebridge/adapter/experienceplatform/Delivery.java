// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.function.Function;

/**
 * What one destination delivered of an audience.
 *
 * @param destination who delivered
 * @param audience the audience's id in Platform
 * @param listing what is there
 */
record Delivery(ExportDestination destination, String audience, ExportListing listing) {
    /** From the destination that names the audience, else from the one that delivered any of it. Left: {@code InvalidRequest} when there is none, or several did. */
    static Either<BridgeError, Delivery> choose(
            Seq<ExportDestination> destinations,
            String audience,
            Function<ExportDestination, Either<BridgeError, ExportListing>> look) {
        Seq<ExportDestination> naming = destinations.filter(destination -> names(destination, audience));
        Seq<ExportDestination> candidates = naming.isEmpty() ? destinations : naming;
        if (candidates.isEmpty()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "experiencePlatform.destinations",
                    "Audience " + audience
                            + " cannot be received, since the connection knows no destination; add the one"
                            + " that exports it to ExperiencePlatformSettings.destinations"));
        }
        return Either.sequenceRight(candidates.map(destination ->
                        look.apply(destination).map(listing -> new Delivery(destination, audience, listing))))
                .flatMap(Delivery::one);
    }

    private static boolean names(ExportDestination destination, String audience) {
        return destination.audienceNames().containsKey(audience)
                || destination.schedules().containsKey(audience);
    }

    private static Either<BridgeError, Delivery> one(Seq<Delivery> looks) {
        Seq<Delivery> holding = looks.reject(Delivery::isEmpty);
        return holding.size() > 1
                ? Either.left(BridgeError.InvalidRequest.of(
                        "experiencePlatform.destinations",
                        "Audience " + holding.head().audience() + " is exported by " + holding.size()
                                + " destinations: "
                                + holding.map(one -> one.destination().name()).mkString(", ")
                                + "; name it in audienceNames or schedules of the one to receive it from"))
                : Either.right(holding.headOption().getOrElse(looks::head));
    }

    private boolean isEmpty() {
        return listing.complete().isEmpty() && listing.waiting().isEmpty();
    }

    ExportSchedule schedule() {
        return destination.scheduleOf(audience);
    }

    /** What waits and would still matter: what is older than a full export that is there does not. */
    Seq<WaitingExport> stillWanted() {
        return listing.complete()
                .filter(PlatformExport::isFull)
                .lastOption()
                .map(full -> listing.waiting().filter(waiting -> waiting.time().isAfter(full.time())))
                .getOrElse(() -> Vector.ofAll(listing.waiting()));
    }
}
