// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.ims.client.TokenValidity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Asks whether a token is good, and ends tokens. Source: experience-cloud.md, section 1.6. */
final class TokenLife {
    private static final String TYPE = "access_token";

    private final ImsServer server;
    private final Credentials credentials;

    TokenLife(ImsServer server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    Either<BridgeError, TokenValidity> validate(Secret token, Call call) {
        String client = credentials.last().clientId();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("type", TYPE);
        form.put("client_id", client);
        form.put("token", token.reveal());
        return server.post(
                        "/ims/validate_token/v1", form, request -> request.putHeaders("X-IMS-ClientId", client), call)
                .flatMap(this::accepted)
                .flatMap(TokenLife::validity);
    }

    Either<BridgeError, Boolean> invalidate(Secret token, Call call) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token_type", TYPE);
        form.put("token", token.reveal());
        form.put("cascading", "all");
        form.put("client_id", credentials.last().clientId());
        form.put("client_secret", credentials.good().reveal());
        return server.post("/ims/invalidate_token/v2", form, call)
                .flatMap(this::accepted)
                .map(done -> true);
    }

    Either<BridgeError, Boolean> revoke(Secret token, Call call) {
        String pair = credentials.last().clientId() + ":" + credentials.good().reveal();
        Secret basic = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        UnaryOperator<HttpCall.Builder> signed = request -> request.putSecretHeaders("Authorization", basic);
        return server.post("/ims/revoke", Map.of("token", token.reveal()), signed, call)
                .flatMap(this::accepted)
                .map(done -> true);
    }

    private Either<BridgeError, HttpAnswer> accepted(HttpAnswer answer) {
        return answer.accepted().isRight()
                ? Either.right(answer)
                : Either.left(new Refusals(credentials.last())
                        .error(answer, Json.lenient(answer).path("error").asText("")));
    }

    private static Either<BridgeError, TokenValidity> validity(HttpAnswer answer) {
        JsonNode body = Json.lenient(answer);
        if (!body.path("valid").isBoolean()) {
            return Either.left(answer.error("it does not say whether the token is valid; check ims.uri"));
        }
        return Either.right(
                body.path("valid").asBoolean()
                        ? TokenValidity.valid()
                        : TokenValidity.invalid(body.path("reason").asText("")));
    }
}
