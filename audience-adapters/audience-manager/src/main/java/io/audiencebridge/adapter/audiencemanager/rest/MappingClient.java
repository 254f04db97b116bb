// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.audiencemanager.client.BulkItem;
import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.Mappings;
import io.audiencebridge.adapter.audiencemanager.client.SearchQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The mappings of one destination, for whoever calls Audience Manager directly. */
final class MappingClient extends ResourceClient<Mapping, MappingDraft, SearchQuery> implements Mappings {
    private final DestinationCalls destinations;
    private final long destination;
    private final Endpoint<Mapping, MappingDraft> endpoint;

    MappingClient(DestinationCalls destinations, long destination, int pageSize) {
        super(destinations.mappings(destination), pageSize);
        this.destinations = destinations;
        this.destination = destination;
        this.endpoint = destinations.mappings(destination);
    }

    @Override
    Parameters filters(SearchQuery query) {
        return Parameters.NONE;
    }

    @Override
    Either<BridgeError, Mapping> ensured(MappingDraft draft, Call call) {
        return destinations
                .ensureMapping(destination, draft, call)
                .flatMap(there -> Likeness.with("a mapping of segment " + there.segment())
                        .and("alias", draft.alias(), draft.alias().isPresent() ? there.alias() : draft.alias())
                        .held(there, call));
    }

    @Override
    public Either<BridgeError, BulkReport<Mapping>> createAll(Seq<MappingDraft> drafts, CallOptions options) {
        Call call = options.begin();
        Vector<MappingDraft> distinct = Vector.ofAll(drafts).distinctBy(MappingDraft::segment);
        Vector<Violation> violations = distinct.flatMap(endpoint.kind()::check);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        Map<Long, Mapping> confirmed = distinct.isEmpty() ? HashMap.empty() : confirmed(distinct, call);
        Vector<BulkItem<Mapping>> items = Bulk.each(
                distinct,
                MappingDraft::segment,
                draft -> confirmed
                        .get(draft.segment())
                        .toEither(draft)
                        .fold(open -> ensured(open, call), Either::right));
        return Either.right(new BulkReport<>(items));
    }

    /** What one call for all of them surely created. A refused or lost one may have created some: whoever looks each up finds those. */
    private Map<Long, Mapping> confirmed(Vector<MappingDraft> drafts, Call call) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        drafts.forEach(draft -> body.add(endpoint.kind().newborn(draft)));
        return endpoint.rest()
                .create("destinations/" + destination + "/bulk-create", body, call)
                .map(answer -> Vector.ofAll(answer)
                        .flatMap(node -> endpoint.kind().read(node, call).toOption())
                        .toMap(Mapping::segment, mapping -> mapping))
                .fold(error -> HashMap.empty(), found -> found);
    }
}
