// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.DestinationQuery;
import io.audiencebridge.adapter.audiencemanager.client.Destinations;
import io.audiencebridge.adapter.audiencemanager.client.Limits;
import io.audiencebridge.adapter.audiencemanager.client.Mappings;
import io.audiencebridge.adapter.audiencemanager.client.OutboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Destinations, for whoever calls Audience Manager directly. */
final class DestinationClient extends ResourceClient<Destination, DestinationDraft, DestinationQuery>
        implements Destinations {
    private final DestinationCalls destinations;
    private final Histories histories;

    DestinationClient(DestinationCalls destinations, Histories histories, int pageSize) {
        super(destinations.endpoint(), pageSize);
        this.destinations = destinations;
        this.histories = histories;
    }

    @Override
    Parameters filters(DestinationQuery query) {
        return Parameters.NONE
                .with("containsSegment", query.containsSegment())
                .with("restrictType", query.type())
                .when(query.includeMappings(), "includeMappings");
    }

    @Override
    Either<BridgeError, Destination> ensured(DestinationDraft draft, Call call) {
        return destinations.ensure(draft, call);
    }

    @Override
    public Mappings mappings(long destination) {
        return new MappingClient(destinations, destination, pageSize());
    }

    @Override
    public Either<BridgeError, Seq<OutboundFileStatus>> outboundHistory(long id, Period period, CallOptions options) {
        return histories.outbound(id, period, options.begin());
    }

    @Override
    public Either<BridgeError, Limits> limits(CallOptions options) {
        return LimitsReader.of(destinations.endpoint(), options.begin());
    }
}
