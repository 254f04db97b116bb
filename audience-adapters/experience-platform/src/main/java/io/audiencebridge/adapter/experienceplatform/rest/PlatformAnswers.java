// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads answers as JSON, and refusals with what the system says about them. */
final class PlatformAnswers {
    static final SystemId SYSTEM = new SystemId("experience-platform");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlatformAnswers() {}

    static Either<BridgeError, JsonNode> json(HttpAnswer answer, Call call) {
        return accepted(answer).flatMap(fine -> parsed(fine, call));
    }

    /** The answer to a call that bore secrets. */
    static Either<BridgeError, JsonNode> unquoted(HttpAnswer answer, Call call) {
        return answer.status() / 100 == 2
                ? parsed(answer, call)
                : Either.left(Refusals.unquoted(answer, refusal(answer)));
    }

    /** An answer that may have no body, as 202 and 204 have none. */
    static Either<BridgeError, Option<JsonNode>> perhaps(HttpAnswer answer, Call call) {
        return accepted(answer)
                .flatMap(fine -> fine.text(StandardCharsets.UTF_8).isBlank()
                        ? Either.right(Option.none())
                        : parsed(fine, call).map(Option::some));
    }

    /** Right: the answer, when its status is 2xx. */
    static Either<BridgeError, HttpAnswer> accepted(HttpAnswer answer) {
        return answer.status() / 100 == 2 ? Either.right(answer) : Either.left(Refusals.of(answer, refusal(answer)));
    }

    /** What a refusal holds; only JSON is read, since a gateway's page may hold anything. */
    static JsonNode refusal(HttpAnswer answer) {
        try {
            JsonNode body = MAPPER.readTree(answer.body());
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** An answer that the protocol does not allow. */
    static BridgeError breach(String what, Call call) {
        return new BridgeError.ProtocolBreach(
                "Experience Platform answered with " + what + "; report it with the correlation id",
                Incident.at(SYSTEM, call.correlationId()));
    }

    /** Something that is not there or cannot be seen. */
    static BridgeError missing(String what, Call call) {
        return new BridgeError.NotFound(
                "There is no " + what
                        + " in this sandbox, or the credential may not see it; take the id from the list, and check whether it was deleted",
                Incident.at(SYSTEM, call.correlationId()));
    }

    /** JSON that a caller wrote. */
    static Either<BridgeError, JsonNode> written(String subject, String json) {
        try {
            JsonNode read = MAPPER.readTree(json);
            return read == null || read.isMissingNode()
                    ? Either.left(BridgeError.InvalidRequest.of(subject, "is empty; give JSON"))
                    : Either.right(read);
        } catch (JsonProcessingException wrong) {
            return Either.left(
                    BridgeError.InvalidRequest.of(subject, "is no JSON; give a text in quotes, a number or an object"));
        }
    }

    private static Either<BridgeError, JsonNode> parsed(HttpAnswer answer, Call call) {
        try {
            JsonNode read = MAPPER.readTree(answer.body());
            return read == null || read.isMissingNode()
                    ? Either.left(breach("an empty body instead of JSON", call))
                    : Either.right(read);
        } catch (JsonProcessingException wrong) {
            String at = wrong.getLocation() == null
                    ? ""
                    : " (line " + wrong.getLocation().getLineNr() + ")";
            return Either.left(breach("text that is no JSON" + at, call));
        } catch (IOException impossible) {
            return Either.left(breach("a body that cannot be read", call));
        }
    }
}
