// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ConnectionSpec;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationSetup;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.function.Predicate;

/** Destinations, for whoever calls Platform directly: each method is one call with its own time. */
final class DestinationClient implements PlatformDestinations {
    private final PlatformClient client;
    private final FlowCalls flows;
    private final FlowItems items;
    private final PlatformGuardrails guardrails;

    DestinationClient(PlatformClient client, FlowCalls flows, FlowItems items, PlatformGuardrails guardrails) {
        this.client = client;
        this.flows = flows;
        this.items = items;
        this.guardrails = guardrails;
    }

    @Override
    public Either<BridgeError, DestinationSetup> ensure(DestinationOrder order, CallOptions options) {
        Call call = options.begin();
        return OrderCheck.check(order)
                .flatMap(sound -> flows.destinations(call).all())
                .flatMap(known -> room(order, known))
                .flatMap(known -> specs(call)
                        .flatMap(specs -> flowSpec(order.kind(), call)
                                .flatMap(flowSpec -> new DestinationPlan(
                                                client,
                                                items,
                                                call,
                                                order,
                                                connectionSpec(order.kind(), specs),
                                                flowSpec)
                                        .carriedOut(known))));
    }

    @Override
    public Either<BridgeError, Seq<ConnectionSpec>> connectionSpecs(CallOptions options) {
        return specs(options.begin());
    }

    @Override
    public Either<BridgeError, String> flowSpec(DestinationKind kind, CallOptions options) {
        return flowSpec(kind, options.begin());
    }

    /** The limit is a hard one: an answer about it would come after four of five things had been created. */
    private Either<BridgeError, Seq<Flow>> room(DestinationOrder order, Seq<Flow> known) {
        Seq<Flow> destinations = known.filter(flow -> flow.destination().orElse(true));
        boolean isThere = destinations.exists(flow -> flow.name().equals(order.name()));
        return isThere || destinations.size() < guardrails.destinationsPerSandbox()
                ? Either.right(destinations)
                : Either.left(BridgeError.InvalidRequest.of(
                        "guardrails.destinationsPerSandbox",
                        "the sandbox has " + destinations.size()
                                + " destinations already; delete one that is not used"));
    }

    private Either<BridgeError, Seq<ConnectionSpec>> specs(Call call) {
        return items.pages("connectionSpecs", Parameters.NONE, node -> spec(node, call), ConnectionSpec::id, call)
                .all();
    }

    private static Either<BridgeError, ConnectionSpec> spec(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a connection spec", call, "id")
                .map(id -> ConnectionSpec.builder()
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .version(fields.text("version").orElse("1.0"))
                        .signIns(fields.node().path("authSpec").findValuesAsText("name").stream()
                                .distinct()
                                .toList())
                        .build());
    }

    /** Names are for people and may be translated: the id of the pages wins where it is there. */
    private static ConnectionSpec connectionSpec(DestinationKind kind, Seq<ConnectionSpec> specs) {
        Predicate<ConnectionSpec> byId = spec -> spec.id().equals(kind.connectionSpec());
        return specs.find(byId)
                .orElse(specs.find(spec -> spec.name().equalsIgnoreCase(kind.title())))
                .getOrElse(() -> ConnectionSpec.builder()
                        .id(kind.connectionSpec())
                        .name(kind.title())
                        .build());
    }

    /** UNVERIFIED: in which member of a flow spec the mark stands; so any that is it. */
    private Either<BridgeError, String> flowSpec(DestinationKind kind, Call call) {
        return items.pages("flowSpecs", Parameters.NONE, node -> marked(node, kind, call), FlowSpec::id, call)
                .all()
                .map(specs ->
                        specs.find(FlowSpec::marked).map(FlowSpec::id).getOrElse(DestinationKind.FALLBACK_FLOW_SPEC));
    }

    private static Either<BridgeError, FlowSpec> marked(JsonNode node, DestinationKind kind, Call call) {
        String quoted = "\"" + kind.flowSpecMark() + "\"";
        return new Fields(node)
                .required("a flow spec", call, "id")
                .map(id -> new FlowSpec(id, node.toString().contains(quoted)));
    }

    private record FlowSpec(String id, boolean marked) {}
}
