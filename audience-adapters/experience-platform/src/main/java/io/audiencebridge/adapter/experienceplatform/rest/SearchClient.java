// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.FoundSegment;
import io.audiencebridge.adapter.experienceplatform.client.SegmentNamespace;
import io.audiencebridge.adapter.experienceplatform.client.SegmentSearch;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;

/** The segment search, for whoever calls Platform directly. Source: experience-cloud.md, section 3.4. UNVERIFIED: the names of its parameters and members. */
final class SearchClient implements SegmentSearch {
    private static final Map<String, String> VERSION = Map.of("x-ups-search-version", "1.0");
    private static final Parameters SEGMENTS = Parameters.NONE.with("schema.name", "_xdm.context.segmentdefinition");

    private final PlatformClient client;

    SearchClient(PlatformClient client) {
        this.client = client;
    }

    @Override
    public Either<BridgeError, Seq<SegmentNamespace>> namespaces(CallOptions options) {
        Call call = options.begin();
        return client.read(UpsPages.SERVICE + "search/namespaces", SEGMENTS, VERSION, call)
                .flatMap(answer -> Listing.items(answer, call, "namespaces"))
                .flatMap(items -> Either.sequenceRight(items.map(node -> namespace(node, call))));
    }

    @Override
    public Either<BridgeError, Seq<FoundSegment>> find(String namespace, String text, CallOptions options) {
        Call call = options.begin();
        Parameters query = SEGMENTS.with("namespace", namespace)
                .with("s", Optional.of(text).filter(one -> !one.isBlank()));
        return client.read(UpsPages.SERVICE + "search/entities", query, VERSION, call)
                .flatMap(answer -> Listing.items(answer, call, "entities"))
                .flatMap(items -> Either.sequenceRight(items.map(node -> found(node, namespace, call))));
    }

    private static Either<BridgeError, SegmentNamespace> namespace(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a namespace", call, "namespace", "name")
                .map(name -> new SegmentNamespace(
                        name, fields.number("count", "totalCount").orElse(0)));
    }

    private static Either<BridgeError, FoundSegment> found(JsonNode node, String namespace, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a segment", call, "id")
                .map(id -> new FoundSegment(
                        id,
                        fields.text("name").orElse(""),
                        fields.text("namespace").orElse(namespace)));
    }
}
