// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Function;

/** Calls for flows. Source: experience-cloud.md, section 4.7. */
final class FlowCalls {
    static final String SERVICE = "/data/foundation/flowservice/";

    private static final String FLOWS = SERVICE + "flows";
    private static final Parameters DESTINATIONS =
            Parameters.NONE.with("property", "inheritedAttributes.properties.isDestinationFlow==true");

    private final PlatformClient client;
    private final FlowItems items;
    private final int changeAttempts;

    FlowCalls(PlatformClient client, int pageSize, int changeAttempts) {
        this.client = client;
        this.items = new FlowItems(client, pageSize);
        this.changeAttempts = changeAttempts;
    }

    Pages<Flow> destinations(Call call) {
        return items.pages(
                "flows", DESTINATIONS, node -> FlowDocument.read(node, call).map(FlowDocument::flow), Flow::id, call);
    }

    Either<BridgeError, Option<FlowDocument>> find(String flow, Call call) {
        return PathId.of("flow", flow)
                .flatMap(id -> client.find(FLOWS + "/" + id, call))
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : FlowDocument.single(found.get(), call).map(Option::some));
    }

    /** Reads, changes, and does so again where somebody else was faster. */
    Either<BridgeError, FlowVersion> change(
            String flow, Function<FlowDocument, Either<BridgeError, ArrayNode>> steps, Call call) {
        Either<BridgeError, FlowVersion> outcome = once(flow, steps, call);
        for (int attempt = 1; attempt < changeAttempts && isConflict(outcome); attempt++) {
            outcome = once(flow, steps, call);
        }
        return outcome;
    }

    private Either<BridgeError, FlowVersion> once(
            String flow, Function<FlowDocument, Either<BridgeError, ArrayNode>> steps, Call call) {
        return require(flow, call)
                .flatMap(read -> steps.apply(read)
                        .flatMap(made -> made.isEmpty()
                                ? Either.right(read.flow().version())
                                : patch(read.flow().version(), made, call)));
    }

    Either<BridgeError, FlowDocument> require(String flow, Call call) {
        return find(flow, call).flatMap(found -> found.toEither(() -> PlatformAnswers.missing("flow " + flow, call)));
    }

    /** Two pages disagree about the answer: where it has no etag, the flow is read. */
    Either<BridgeError, FlowVersion> patch(FlowVersion seen, ArrayNode steps, Call call) {
        if (seen.etag().isBlank() || !seen.etag().chars().allMatch(c -> c > ' ' && c < 127)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "etag", "is none; read the flow and give the etag that it came with"));
        }
        return PathId.of("flow", seen.flow())
                .flatMap(id -> client.patch(FLOWS + "/" + id, steps, Map.of("If-Match", seen.etag()), call))
                .flatMap(answer -> next(seen.flow(), answer, call));
    }

    private Either<BridgeError, FlowVersion> next(String flow, Option<JsonNode> answer, Call call) {
        return answer.flatMap(node -> Option.ofOptional(new Fields(node).text("etag")))
                .<Either<BridgeError, FlowVersion>>map(etag -> Either.right(new FlowVersion(flow, etag)))
                .getOrElse(() -> require(flow, call).map(read -> read.flow().version()));
    }

    /** UNVERIFIED: that the action wants a body at all. */
    Either<BridgeError, Boolean> act(String flow, String op, Call call) {
        return PathId.of("flow", flow)
                .flatMap(id -> client.ask(
                        FLOWS + "/" + id + "/action"
                                + Parameters.NONE.with("op", op).text(),
                        JsonNodeFactory.instance.objectNode(),
                        call))
                .map(done -> op.equals("enable"));
    }

    Either<BridgeError, Boolean> delete(String flow, Call call) {
        return PathId.of("flow", flow)
                .flatMap(id -> client.delete(FLOWS + "/" + id, call))
                .map(Option::isDefined);
    }

    static ArrayNode steps(Seq<? extends JsonNode> steps) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        steps.forEach(array::add);
        return array;
    }

    private static boolean isConflict(Either<BridgeError, FlowVersion> outcome) {
        return outcome.isLeft() && outcome.getLeft() instanceof BridgeError.Conflict;
    }
}
