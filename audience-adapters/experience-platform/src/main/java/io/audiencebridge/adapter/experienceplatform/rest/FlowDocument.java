// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * A flow as it was read, and where its audiences and columns stand in it.
 *
 * @param flow what it says
 * @param audiences the list of its audiences
 * @param columns the list of its columns
 */
record FlowDocument(Flow flow, Selectors audiences, Selectors columns) {
    private static final String SEGMENTS = "segmentSelectors";
    private static final String PROFILES = "profileSelectors";

    /** Flow Service answers one thing as a list of one. */
    static Either<BridgeError, FlowDocument> single(JsonNode answer, Call call) {
        JsonNode items = answer.path("items");
        return items.isArray() && items.isEmpty()
                ? Either.left(PlatformAnswers.breach("no flow where one was asked for", call))
                : read(items.isArray() ? items.get(0) : answer, call);
    }

    static Either<BridgeError, FlowDocument> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        Selectors audiences = Selectors.in(node, SEGMENTS);
        Selectors columns = Selectors.in(node, PROFILES);
        return fields.required("a flow", call, "id")
                .flatMap(id -> fields.required("a flow", call, "etag")
                        .map(etag -> new FlowDocument(flow(id, etag, fields, audiences, columns), audiences, columns)));
    }

    private static Flow flow(String id, String etag, Fields fields, Selectors audiences, Selectors columns) {
        return Flow.builder()
                .id(id)
                .etag(etag)
                .name(fields.text("name").orElse(""))
                .description(fields.text("description").orElse(""))
                .enabled(fields.text("state").map("enabled"::equalsIgnoreCase).orElse(true))
                .destination(fields.at("inheritedAttributes").at("properties").flag("isDestinationFlow"))
                .flowSpec(fields.at("flowSpec").text("id"))
                .sourceConnections(fields.texts("sourceConnectionIds"))
                .targetConnections(fields.texts("targetConnectionIds"))
                .activations(audiences.all().flatMap(Activations::read))
                .columns(columns.all().flatMap(Columns::read))
                .created(fields.instant("createdAt"))
                .updated(fields.instant("updatedAt"))
                .build();
    }

    /** Where the audience stands. */
    Option<Integer> audienceAt(String audience) {
        return audiences.indexOf(
                node -> Activations.read(node).map(AudienceActivation::audience).contains(audience));
    }

    Option<Integer> columnAt(String source) {
        return columns.indexOf(
                node -> Columns.read(node).map(ExportColumn::source).contains(source));
    }

    /**
     * A list in the parameters of a transformation.
     *
     * @param path where it is, as a JSON pointer
     * @param all its elements
     */
    record Selectors(String path, Vector<JsonNode> all) {
        /** The first transformation that has such a list; else the first of all, as a new flow is created with. */
        static Selectors in(JsonNode flow, String name) {
            Vector<JsonNode> transformations = Vector.ofAll(flow.path("transformations"));
            int index = Math.max(
                    0, transformations.indexWhere(one -> one.path("params").has(name)));
            JsonNode list = flow.path("transformations")
                    .path(index)
                    .path("params")
                    .path(name)
                    .path("selectors");
            return new Selectors("/transformations/" + index + "/params/" + name + "/selectors", Vector.ofAll(list));
        }

        Option<Integer> indexOf(Predicate<JsonNode> wanted) {
            int index = all.indexWhere(wanted);
            return index < 0 ? Option.none() : Option.some(index);
        }

        ObjectNode adding(JsonNode element) {
            return step("add", path + "/-").set("value", element);
        }

        ObjectNode replacing(int index, JsonNode element) {
            return step("replace", path + "/" + index).set("value", element);
        }

        ObjectNode removing(int index) {
            return step("remove", path + "/" + index);
        }

        private static ObjectNode step(String op, String path) {
            return new Body().text("op", op).text("path", path).node();
        }
    }
}
