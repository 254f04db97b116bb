// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/** The company's destinations and what is mapped to them. Blocks; safe for use by several threads. */
public final class DestinationCalls {
    private final RestClient rest;
    private final InstantSource clock;
    private final Endpoint<Destination, DestinationDraft> endpoint;

    /** The destinations that {@code rest} sees. */
    public DestinationCalls(RestClient rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
        this.endpoint = new Endpoint<>(rest, new DestinationKind(clock));
    }

    /** The destination of that number; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Destination>> find(long id, Call call) {
        return endpoint.find(id, call);
    }

    /** How a segment is mapped to a destination; none when it is not. */
    public Either<BridgeError, Option<Mapping>> mapping(long destination, long segment, Call call) {
        return of(segment, call)
                .map(all -> all.filter(found -> found.id() == destination)
                        .flatMap(Destination::mappings)
                        .find(mapping -> isOf(segment, mapping)));
    }

    /** The destinations to which a segment is mapped. */
    public Either<BridgeError, Seq<Destination>> mapped(long segment, Call call) {
        return of(segment, call)
                .map(all -> all.filter(found -> found.mappings().stream().anyMatch(mapping -> isOf(segment, mapping))));
    }

    /** A list without entries may be answered as not found. */
    private Either<BridgeError, Seq<Destination>> of(long segment, Call call) {
        return endpoint.listed(Parameters.NONE.with("containsSegment", segment), call)
                .fold(DestinationCalls::orNone, Either::<BridgeError, Seq<Destination>>right);
    }

    private static boolean isOf(long segment, Mapping mapping) {
        return mapping.segment() == segment && !mapping.deleted();
    }

    /** The mapping of the draft's segment to a destination, created if there is none. */
    public Either<BridgeError, Mapping> ensureMapping(long destination, MappingDraft draft, Call call) {
        return Reuse.ensured(
                () -> mapping(destination, draft.segment(), call),
                () -> mappings(destination).create(draft, call));
    }

    Either<BridgeError, Destination> ensure(DestinationDraft draft, Call call) {
        return Reuse.ensured(() -> named(draft.name(), call), () -> endpoint.create(draft, call))
                .flatMap(there -> Likeness.with("destination " + there.id())
                        .and("type", draft.type(), there.type())
                        .held(there, call));
    }

    Endpoint<Destination, DestinationDraft> endpoint() {
        return endpoint;
    }

    Endpoint<Mapping, MappingDraft> mappings(long destination) {
        return new Endpoint<>(rest, new MappingKind(destination, clock));
    }

    private static Either<BridgeError, Seq<Destination>> orNone(BridgeError error) {
        return RestClient.isMissing(error) ? Either.right(Vector.empty()) : Either.left(error);
    }

    private Either<BridgeError, Option<Destination>> named(String name, Call call) {
        return endpoint.listed(Parameters.NONE.with("search", name), call)
                .map(found -> found.find(destination -> destination.name().equals(name)));
    }
}
