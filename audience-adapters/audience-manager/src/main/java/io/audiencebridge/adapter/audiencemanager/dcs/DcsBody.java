// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

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
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The body of an answer as JSON, whatever it is wrapped in. */
final class DcsBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DcsBody() {}

    /** A missing node for an image, an empty body, and a redirect. Left: {@code ProtocolBreach} for what is neither that nor a JSON object. */
    static Either<BridgeError, JsonNode> read(HttpAnswer answer, Call call) {
        String text = answer.text(StandardCharsets.UTF_8).strip();
        boolean image = answer.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("image/"))
                .orElse(false);
        return image || text.isEmpty() || answer.status() / 100 == 3
                ? Either.right(MissingNode.getInstance())
                : object(text, call);
    }

    static BridgeError breach(String what, Call call) {
        return new BridgeError.ProtocolBreach(
                "Audience Manager's data collection answered with " + what + "; report it with the correlation id",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }

    private static Either<BridgeError, JsonNode> object(String text, Call call) {
        try {
            JsonNode read = MAPPER.readTree(unwrapped(text));
            return read != null && read.isObject()
                    ? Either.right(read)
                    : Either.left(breach("something else than a JSON object", call));
        } catch (JsonProcessingException wrong) {
            return Either.left(breach("text that is no JSON", call));
        }
    }

    /** What a script's call hands over: {@code name({...});}. */
    private static String unwrapped(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return text.startsWith("{") || open < 0 || close < open ? text : text.substring(open + 1, close);
    }
}
