// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.collection.HashSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** The members of a forecast: a sample where the connection draws one, else the first of them. */
final class MemberSide {
    private final Connectors connectors;
    private final SampleBudget budget;
    private final Call call;

    MemberSide(Connectors connectors, SampleBudget budget, Call call) {
        this.connectors = connectors;
        this.budget = budget;
        this.call = call;
    }

    /** Rows of a shared audience. Left: {@code Conflict} when nothing complete has arrived. */
    Either<BridgeError, SampledKeys> of(AudienceRef audience, DataSource dataSource) {
        return connectors
                .offered(audience.connection(), MemberSamples.class)
                .flatMap(offered -> offered.isDefined()
                        ? offered.get()
                                .sampleMembers(audience, dataSource, budget, call)
                                .flatMap(MemberSide::arrived)
                        : inOrder(audience, dataSource));
    }

    /** Rows of the newest export of a Platform audience, a full one if there is any. */
    Either<BridgeError, SampledKeys> of(ReceiveRequest request) {
        return connectors
                .ability(request.audience().connection(), MembershipEvents.class)
                .flatMap(events -> events.exports(request.audience(), request.key(), HashSet.empty(), call))
                .flatMap(MemberSide::newest)
                .flatMap(EventExport::open)
                .map(events -> new ReadInOrder(new EventsAsMembers(events), budget.keys(), OptionalLong.empty()));
    }

    private static Either<BridgeError, EventExport> newest(ArrivedExports arrived) {
        Option<EventExport> full =
                arrived.complete().filter(EventExport::isFull).lastOption();
        return full.orElse(arrived.complete().lastOption())
                .toEither(() -> BridgeError.Conflict.of("No complete export of the audience is there"
                        + arrived.arriving()
                                .map(waiting -> ": " + waiting.because())
                                .orElse("; have one exported and forecast again")));
    }

    private Either<BridgeError, SampledKeys> inOrder(AudienceRef audience, DataSource dataSource) {
        return connectors
                .ability(audience.connection(), MemberReader.class)
                .flatMap(reader -> reader.members(audience, dataSource, call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? Either.right(new ReadInOrder(ready.members(), budget.keys(), told(audience)))
                        : missing(((MemberFeed.NotYet) feed).waiting()));
    }

    private OptionalLong told(AudienceRef audience) {
        return connectors
                .offered(audience.connection(), AudienceCatalog.class)
                .toOption()
                .flatMap(offered -> offered)
                .flatMap(catalog -> catalog.find(audience, call).toOption())
                .map(found -> found.details().size())
                .getOrElse(OptionalLong.empty());
    }

    private static Either<BridgeError, SampledKeys> arrived(MemberSample sample) {
        return sample instanceof MemberSample.Ready ready
                ? Either.right(ready.rows())
                : missing(((MemberSample.NotYet) sample).waiting());
    }

    private static Either<BridgeError, SampledKeys> missing(Waiting waiting) {
        return Either.left(BridgeError.Conflict.of("The members cannot be read yet: " + waiting.because()));
    }
}
