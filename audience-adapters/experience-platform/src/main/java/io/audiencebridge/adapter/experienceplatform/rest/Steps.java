// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Writes JSON Patches. */
final class Steps {
    private Steps() {}

    /** Left: {@code InvalidRequest} for a step that is none. */
    static Either<BridgeError, ArrayNode> written(Seq<PatchStep> steps) {
        return Either.sequenceRight(steps.map(Steps::written)).map(FlowCalls::steps);
    }

    private static Either<BridgeError, ObjectNode> written(PatchStep step) {
        if (!step.path().startsWith("/")) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "path", "'" + step.path() + "' is no JSON pointer; begin it with a slash"));
        }
        ObjectNode written =
                new Body().text("op", step.op()).text("path", step.path()).node();
        return step.json()
                .map(json -> PlatformAnswers.written(step.path(), json)
                        .map(value -> written.<ObjectNode>set("value", value)))
                .orElseGet(() -> Either.right(written));
    }
}
