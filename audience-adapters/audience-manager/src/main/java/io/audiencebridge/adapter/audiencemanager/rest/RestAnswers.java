// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads answers as JSON, and refusals with what the system says about them. */
final class RestAnswers {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A new technical account is unknown until an administrator has put it into a group. Source: Audience Manager, "Getting started with REST APIs". */
    private static final String PERMISSIONS =
            "the credential needs Audience Manager's product profile and its technical account a group with the rights listed in the adapter's README";

    private static final int FORBIDDEN = 403;

    private RestAnswers() {}

    static Either<BridgeError, JsonNode> json(HttpAnswer answer, Call call) {
        return answer.status() / 100 == 2 ? parsed(answer, call) : Either.left(answer.error(detail(answer)));
    }

    /** An answer that may have no body, as 204 has none. */
    static Either<BridgeError, Option<JsonNode>> perhaps(HttpAnswer answer, Call call) {
        boolean empty = answer.status() / 100 == 2
                && answer.text(StandardCharsets.UTF_8).isBlank();
        return empty ? Either.right(Option.none()) : json(answer, call).map(Option::some);
    }

    /** An answer that the protocol does not allow. */
    static BridgeError breach(String what, Call call) {
        return new BridgeError.ProtocolBreach(
                "Audience Manager answered with " + what + "; report it with the correlation id",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }

    private static Either<BridgeError, JsonNode> parsed(HttpAnswer answer, Call call) {
        try {
            JsonNode read = MAPPER.readTree(answer.body());
            return read == null || read.isMissingNode()
                    ? Either.left(breach("an empty body instead of JSON", call))
                    : Either.right(Escaping.undone(read));
        } catch (JsonProcessingException wrong) {
            String at = wrong.getLocation() == null
                    ? ""
                    : " (line " + wrong.getLocation().getLineNr() + ")";
            return Either.left(breach("text that is no JSON" + at, call));
        } catch (IOException impossible) {
            return Either.left(breach("a body that cannot be read", call));
        }
    }

    private static String detail(HttpAnswer answer) {
        Vector<String> said = Vector.of(words(answer));
        return said.appendAll(answer.status() == FORBIDDEN ? Vector.of(PERMISSIONS) : Vector.empty())
                .filter(text -> !text.isEmpty())
                .mkString("; ");
    }

    /** Only JSON is quoted: a gateway's page may hold anything. */
    private static String words(HttpAnswer answer) {
        try {
            JsonNode body = MAPPER.readTree(answer.body());
            return body == null ? "" : SystemWords.of(body);
        } catch (IOException notJson) {
            return "";
        }
    }
}
