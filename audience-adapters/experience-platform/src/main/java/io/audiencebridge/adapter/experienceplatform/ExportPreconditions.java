// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.adapter.experienceplatform.files.ExportFiles;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks at what a destination delivered of the audience that is to be received (SEMANTICS S25 to S28). Only lists and manifests are read, and a last file where its rows must be counted. */
final class ExportPreconditions implements Preconditions {
    /** A daily export may take some hours. */
    private static final Duration STALE = Duration.ofHours(36);

    private final Seq<ExportDestination> destinations;
    private final ExportFiles files;
    private final InstantSource clock;
    private final Arrivals arrivals;

    ExportPreconditions(ExperiencePlatformSettings settings, ExportFiles files, InstantSource clock) {
        this.destinations = Vector.ofAll(settings.destinations());
        this.files = files;
        this.clock = clock;
        this.arrivals = new Arrivals(clock);
    }

    @Override
    public Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call) {
        if (order.direction() != Direction.RECEIVE) {
            return Either.right(Vector.empty());
        }
        String audience = order.origin().id();
        CheckOutcome unseen = ExportFacts.ACTIVE.unseen(
                order.connection(),
                "Files tell nothing about it; look at the audience and at the destination's dataflow runs in Platform");
        return call.check()
                .map(open -> Delivery.choose(
                                destinations,
                                audience,
                                destination -> files.list(destination, destination.audience(audience), call))
                        .fold(error -> Vector.of(unread(order, error)), delivery -> found(order, delivery)))
                .map(outcomes -> Vector.of(unseen).appendAll(outcomes));
    }

    private static CheckOutcome unread(CheckOrder order, BridgeError error) {
        boolean ours = error instanceof BridgeError.InvalidRequest;
        return blocks(
                ours ? ExportFacts.DESTINATION : ExportFacts.EXCHANGE,
                order,
                Certainty.SEEN,
                error.message(),
                ours
                        ? "One destination whose files of this audience can be told from others"
                        : "A storage that can be listed and read",
                ours
                        ? "Correct ExperiencePlatformSettings.destinations as the message says"
                        : "Correct the exchange's address and credentials, or renew its rights");
    }

    private Vector<CheckOutcome> found(CheckOrder order, Delivery delivery) {
        Vector<CheckOutcome> begun = Vector.of(
                ExportFacts.DESTINATION.met(
                        order.connection(), "It is '" + delivery.destination().name() + "'"),
                ExportFacts.EXCHANGE.met(order.connection(), "Its files can be listed"));
        Seq<PlatformExport> complete = delivery.listing().complete();
        Seq<WaitingExport> waiting = delivery.stillWanted();
        if (complete.isEmpty() && waiting.isEmpty()) {
            return begun.append(
                    blocks(
                            ExportFacts.ARRIVED,
                            order,
                            Certainty.LIKELY,
                            arrivals.nothing(delivery).because(),
                            "An export of the audience",
                            "Look at the destination's dataflow runs in Platform, and export the audience now if none is due soon"));
        }
        return begun.append(whole(order, delivery, complete, waiting)).appendAll(usable(order, delivery, complete));
    }

    private CheckOutcome whole(
            CheckOrder order, Delivery delivery, Seq<PlatformExport> complete, Seq<WaitingExport> waiting) {
        if (waiting.isEmpty()) {
            return ExportFacts.COMPLETE.met(order.connection(), complete.size() + " exports are complete");
        }
        Finding.Builder finding = ExportFacts.COMPLETE
                .found(order.connection(), complete.isEmpty() ? Severity.BLOCKS : Severity.WEAKENS, Certainty.SEEN)
                .seen(arrivals.incomplete(delivery, waiting).because())
                .expected("All files of an export, of the sizes that its manifest names")
                .remedy("Wait for the rest; if it does not come within a day, export the audience again");
        return new CheckOutcome.Found(finding.build());
    }

    private Vector<CheckOutcome> usable(CheckOrder order, Delivery delivery, Seq<PlatformExport> complete) {
        if (complete.isEmpty()) {
            return Vector.empty();
        }
        Option<PlatformExport> full = complete.filter(PlatformExport::isFull).lastOption();
        if (full.isEmpty()) {
            return Vector.of(blocks(
                    ExportFacts.FULL,
                    order,
                    Certainty.SEEN,
                    delivery.schedule().tellsFullExports()
                            ? arrivals.withoutFull(delivery, complete.size()).because()
                            : arrivals.neverFull(delivery, complete.size()).message(),
                    "A full export, from which changes count",
                    "Set ExportSchedule.firstExport or its mode, or export the audience again"));
        }
        return Vector.of(ExportFacts.FULL.met(
                        order.connection(), "A full export is of " + full.get().time()))
                .append(fresh(order, complete.last().time()))
                .appendAll(lacking(order, full.get()));
    }

    private CheckOutcome fresh(CheckOrder order, Instant newest) {
        if (!newest.plus(STALE).isBefore(clock.instant())) {
            return ExportFacts.FRESH.met(order.connection(), "The newest export is of " + newest);
        }
        return new CheckOutcome.Found(ExportFacts.FRESH
                .found(order.connection(), Severity.WEAKENS, Certainty.POSSIBLE)
                .seen("The newest export is of " + newest)
                .expected("One a day; without a change of membership an increment may be missing")
                .remedy("Look at the destination's dataflow runs in Platform")
                .build());
    }

    private static Option<CheckOutcome> lacking(CheckOrder order, PlatformExport full) {
        return full.mayLackPeople()
                ? Option.some(new CheckOutcome.Found(ExportFacts.BACKFILL
                        .found(order.connection(), Severity.INFORMS, Certainty.POSSIBLE)
                        .seen("The full export of " + full.time() + " was made soon after the activation")
                        .expected("An export after noon of the day after it, which holds everybody (SEMANTICS S28)")
                        .remedy("Wait for the next full export before people are removed")
                        .build()))
                : Option.none();
    }

    private static CheckOutcome blocks(
            Precondition precondition,
            CheckOrder order,
            Certainty certainty,
            String seen,
            String expected,
            String remedy) {
        return new CheckOutcome.Found(precondition
                .found(order.connection(), Severity.BLOCKS, certainty)
                .seen(seen)
                .expected(expected)
                .remedy(remedy)
                .build());
    }
}
