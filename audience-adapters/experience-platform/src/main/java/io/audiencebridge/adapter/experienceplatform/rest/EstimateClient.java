// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.AudienceEstimate;
import io.audiencebridge.adapter.experienceplatform.client.AudienceEstimates;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.OptionalDouble;

/** Estimates, for whoever calls Platform directly. UNVERIFIED: the members of the answers, which the page shows and the specification leaves open. */
final class EstimateClient implements AudienceEstimates {
    private final PlatformClient client;

    EstimateClient(PlatformClient client) {
        this.client = client;
    }

    @Override
    public Either<BridgeError, String> preview(String pql, CallOptions options) {
        if (pql.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("pql", "is empty; give the expression"));
        }
        Call call = options.begin();
        Body body = new Body()
                .text("predicateExpression", pql)
                .text("predicateType", "pql/text")
                .text("predicateModel", "_xdm.context.profile");
        return client.create(UpsPages.SERVICE + "preview", body.node(), call)
                .flatMap(answer -> new Fields(answer).required("a preview", call, "previewId", "id"));
    }

    @Override
    public Either<BridgeError, Option<AudienceEstimate>> find(String preview, CallOptions options) {
        Call call = options.begin();
        return PathId.of("preview", preview)
                .flatMap(id -> client.find(UpsPages.SERVICE + "estimate/" + id, call))
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : read(found.get(), call).map(Option::some));
    }

    private static Either<BridgeError, AudienceEstimate> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("an estimate", call, "state")
                .map(state -> AudienceEstimate.builder()
                        .state(state)
                        .size(fields.number("estimatedSize"))
                        .error(decimal(fields.text("standardError")))
                        .confidence(decimal(
                                fields.text("confidenceInterval").map(text -> text.replaceAll("[^0-9.].*", ""))))
                        .build());
    }

    private static OptionalDouble decimal(Optional<String> text) {
        return text.filter(number -> number.matches("[0-9]{1,15}(\\.[0-9]{1,15})?"))
                .map(number -> OptionalDouble.of(Double.parseDouble(number)))
                .orElse(OptionalDouble.empty());
    }
}
