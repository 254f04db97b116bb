// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.SizeEstimate;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** Asks how large a segment would be. An answer holds one size for each span of time, or a single one. */
final class Estimates {
    private Estimates() {}

    static Either<BridgeError, SizeEstimate> of(RestClient rest, String rule, Call call) {
        if (rule.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("rule", "is empty; give the rule to estimate"));
        }
        return rest.ask("segments/estimate-size", new Body().text("rule", rule).node(), call)
                .flatMap(answer -> answer.toEither(() -> RestAnswers.breach("no estimate", call))
                        .flatMap(body -> read(body, call)));
    }

    private static Either<BridgeError, SizeEstimate> read(JsonNode body, Call call) {
        Vector<JsonNode> sizes = body.path("audienceSizes").isArray()
                ? Vector.ofAll(body.path("audienceSizes"))
                : Vector.of(body.path("audienceSize"));
        return Either.sequenceRight(sizes.map(size -> window(size, call))).map(SizeEstimate::new);
    }

    private static Either<BridgeError, SizeEstimate.Window> window(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        Fields interval = new Fields(node.path("confidenceInterval"));
        return fields.required("an estimate", call, "size")
                .map(size -> new SizeEstimate.Window(
                        span(fields.text("timeWindow").orElse("")),
                        size,
                        interval.number("low").orElse(size),
                        interval.number("high").orElse(size)));
    }

    private static Duration span(String window) {
        String days = window.replaceAll("\\D", "");
        return days.isEmpty() || days.length() > 4 ? Duration.ZERO : Duration.ofDays(Long.parseLong(days));
    }
}
