// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/** Flows, for whoever calls Platform directly: each method is one call with its own time. */
final class FlowClient implements PlatformFlows {
    private static final ArrayNode NOTHING = FlowCalls.steps(Vector.empty());

    private final FlowCalls flows;
    private final FlowRules rules;

    FlowClient(FlowCalls flows, PlatformGuardrails guardrails) {
        this.flows = flows;
        this.rules = new FlowRules(guardrails);
    }

    @Override
    public Pages<Flow> destinations(CallOptions options) {
        return flows.destinations(options.begin());
    }

    @Override
    public Either<BridgeError, Option<Flow>> find(String flow, CallOptions options) {
        return flows.find(flow, options.begin()).map(found -> found.map(FlowDocument::flow));
    }

    @Override
    public Either<BridgeError, FlowVersion> activate(String flow, AudienceActivation activation, CallOptions options) {
        return rules.sound(activation)
                .flatMap(sound -> flows.change(flow, read -> activation(read, sound), options.begin()));
    }

    @Override
    public Either<BridgeError, FlowVersion> deactivate(String flow, String audience, CallOptions options) {
        return flows.change(
                flow,
                read -> Either.right(read.audienceAt(audience)
                        .map(index -> one(read.audiences().removing(index)))
                        .getOrElse(NOTHING)),
                options.begin());
    }

    @Override
    public Either<BridgeError, FlowVersion> addColumn(String flow, ExportColumn column, CallOptions options) {
        return rules.sound(column).flatMap(sound -> flows.change(flow, read -> column(read, sound), options.begin()));
    }

    @Override
    public Either<BridgeError, FlowVersion> removeColumn(String flow, String source, CallOptions options) {
        return flows.change(
                flow,
                read -> Either.right(read.columnAt(source)
                        .map(index -> one(read.columns().removing(index)))
                        .getOrElse(NOTHING)),
                options.begin());
    }

    @Override
    public Either<BridgeError, FlowVersion> change(
            String flow, Function<Flow, Either<BridgeError, Seq<PatchStep>>> steps, CallOptions options) {
        return flows.change(flow, read -> steps.apply(read.flow()).flatMap(Steps::written), options.begin());
    }

    @Override
    public Either<BridgeError, FlowVersion> patch(FlowVersion seen, Seq<PatchStep> steps, CallOptions options) {
        return Steps.written(steps).flatMap(written -> flows.patch(seen, written, options.begin()));
    }

    @Override
    public Either<BridgeError, Boolean> enable(String flow, CallOptions options) {
        return flows.act(flow, "enable", options.begin());
    }

    @Override
    public Either<BridgeError, Boolean> disable(String flow, CallOptions options) {
        return flows.act(flow, "disable", options.begin());
    }

    @Override
    public Either<BridgeError, Boolean> delete(String flow, CallOptions options) {
        return flows.delete(flow, options.begin());
    }

    private Either<BridgeError, ArrayNode> activation(FlowDocument read, AudienceActivation wanted) {
        Option<Integer> index = read.audienceAt(wanted.audience());
        if (read.flow().activation(wanted.audience()).filter(wanted::equals).isPresent()) {
            return Either.right(NOTHING);
        }
        return rules.room(read.flow(), wanted)
                .map(room -> index.map(at -> one(read.audiences()
                                .replacing(
                                        at,
                                        Activations.write(
                                                wanted,
                                                Option.some(
                                                        read.audiences().all().get(at))))))
                        .getOrElse(() -> one(read.audiences().adding(Activations.write(wanted, Option.none())))));
    }

    private Either<BridgeError, ArrayNode> column(FlowDocument read, ExportColumn wanted) {
        if (read.flow().columns().contains(wanted)) {
            return Either.right(NOTHING);
        }
        JsonNode selector = Columns.write(wanted);
        Option<Integer> index = read.columnAt(wanted.source());
        return index.isDefined()
                ? Either.right(one(read.columns().replacing(index.get(), selector)))
                : rules.roomForColumn(read.flow())
                        .map(room -> one(read.columns().adding(selector)));
    }

    private static ArrayNode one(ObjectNode step) {
        return FlowCalls.steps(Vector.of(step));
    }
}
