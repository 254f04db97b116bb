// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.adapter.experienceplatform.files.ExportFiles;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The exports that the destinations of the settings delivered, as events. As long as nothing tells which of them is full, none is handed over (SEMANTICS S6). Safe for use
 * by several threads.
 */
final class DeliveredEvents implements MembershipEvents {
    private final Seq<ExportDestination> destinations;
    private final ExportFiles files;
    private final Arrivals arrivals;

    DeliveredEvents(ExperiencePlatformSettings settings, ExportFiles files, InstantSource clock) {
        this.destinations = Vector.ofAll(settings.destinations());
        this.files = files;
        this.arrivals = new Arrivals(clock);
    }

    @Override
    public Either<BridgeError, ArrivedExports> exports(
            AudienceRef audience, ReconciliationKey key, Set<String> applied, Call call) {
        AppliedExports known = new AppliedExports(applied);
        return call.check()
                .flatMap(open -> Delivery.choose(
                        destinations, audience.id(), destination -> list(destination, audience.id(), known, call)))
                .flatMap(delivery -> arrived(delivery, known, call));
    }

    private Either<BridgeError, ExportListing> list(
            ExportDestination destination, String audience, AppliedExports known, Call call) {
        ExportDestination judging = known.any() ? goingOn(destination, audience) : destination;
        return files.list(judging, destination.audience(audience), known::has, call);
    }

    /** Once a full export was applied, the earliest one found is no full one: those before it may have been cleared away. */
    private static ExportDestination goingOn(ExportDestination destination, String audience) {
        ExportSchedule schedule = ExportSchedule.builder()
                .from(destination.scheduleOf(audience))
                .earliestIsFull(false)
                .build();
        return ExportDestination.builder()
                .from(destination)
                .putSchedules(audience, schedule)
                .build();
    }

    private Either<BridgeError, ArrivedExports> arrived(Delivery delivery, AppliedExports known, Call call) {
        Seq<PlatformExport> fresh = known.fresh(delivery.listing().complete());
        boolean begun = known.any() || fresh.exists(PlatformExport::isFull);
        if (!begun && !fresh.isEmpty() && !delivery.schedule().tellsFullExports()) {
            return Either.left(arrivals.neverFull(delivery, fresh.size()));
        }
        boolean undecided = !begun && delivery.schedule().firstExport().isEmpty();
        Seq<PlatformExport> told = undecided ? Vector.empty() : fresh;
        return Either.right(new ArrivedExports(
                told.map(export -> delivered(delivery.destination(), export, call)),
                arriving(delivery, begun, fresh.size())));
    }

    private Optional<Waiting> arriving(Delivery delivery, boolean begun, int changes) {
        Seq<WaitingExport> waiting = delivery.stillWanted();
        if (!waiting.isEmpty()) {
            return Optional.of(arrivals.incomplete(delivery, waiting));
        }
        if (begun) {
            return Optional.empty();
        }
        return Optional.of(changes == 0 ? arrivals.nothing(delivery) : arrivals.withoutFull(delivery, changes));
    }

    private EventExport delivered(ExportDestination destination, PlatformExport export, Call call) {
        return new DeliveredExport(
                export, AppliedExports.identity(export), () -> files.rows(destination, export, call));
    }
}
