// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.SegmentDefinition;
import io.audiencebridge.adapter.experienceplatform.client.SegmentDefinitions;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Segment definitions, for whoever calls Platform directly. Source: experience-cloud.md, section 4.8. */
final class SegmentDefinitionClient implements SegmentDefinitions {
    private final Ups<SegmentDefinition> definitions;

    SegmentDefinitionClient(PlatformClient client, UpsPages pages) {
        this.definitions =
                new Ups<>(client, pages, "segment/definitions", SegmentDefinitionClient::read, SegmentDefinition::id);
    }

    @Override
    public Pages<SegmentDefinition> list(CallOptions options) {
        return definitions.list(options.begin());
    }

    @Override
    public Either<BridgeError, Option<SegmentDefinition>> find(String id, CallOptions options) {
        return definitions.find(id, options.begin());
    }

    @Override
    public Either<BridgeError, SegmentDefinition> create(
            String name, String description, String pql, CallOptions options) {
        if (name.isBlank() || pql.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "segmentDefinition", "needs a name and an expression; one of them is empty"));
        }
        Body expression =
                new Body().text("type", "PQL").text("format", "pql/text").text("value", pql);
        Body body = new Body()
                .text("name", name)
                .text("description", description)
                .with("expression", expression)
                .with("schema", new Body().text("name", "_xdm.context.profile"));
        return definitions.create(body.node(), options.begin());
    }

    @Override
    public Either<BridgeError, Boolean> delete(String id, CallOptions options) {
        return definitions.delete(id, options.begin()).map(Option::isDefined);
    }

    private static Either<BridgeError, SegmentDefinition> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a segment definition", call, "id")
                .map(id -> SegmentDefinition.builder()
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .description(fields.text("description").orElse(""))
                        .pql(fields.at("expression").text("value"))
                        .mergePolicy(fields.text("mergePolicyId"))
                        .updated(fields.instant("updateTime", "updateEpoch"))
                        .build());
    }
}
