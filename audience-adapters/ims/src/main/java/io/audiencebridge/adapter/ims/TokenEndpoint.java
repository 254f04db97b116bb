// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for a token. Keeps none. */
final class TokenEndpoint {
    private static final String PATH = "/ims/token/v3";

    /** Beyond this, a life can only be in milliseconds: as seconds it would be 115 days, and a token lives for one. */
    private static final long MOST_SECONDS = 10_000_000;

    private final ImsServer server;
    private final InstantSource clock;

    TokenEndpoint(ImsServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /** A new token. Its life is counted from before it was asked for. */
    Either<TokenRefusal, AccessToken> ask(SignIn signIn, Secret secret, Call call) {
        Instant now = clock.instant();
        return server.post(PATH, form(signIn, secret), call)
                .mapLeft(error -> new TokenRefusal(error, false))
                .flatMap(answer -> read(signIn, answer, now));
    }

    private static Map<String, String> form(SignIn signIn, Secret secret) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", signIn.clientId());
        fields.put("client_secret", secret.reveal());
        fields.put("grant_type", "client_credentials");
        fields.put("scope", String.join(",", signIn.scopes()));
        return fields;
    }

    private Either<TokenRefusal, AccessToken> read(SignIn signIn, HttpAnswer answer, Instant asked) {
        JsonNode body = Json.lenient(answer);
        if (answer.accepted().isLeft()) {
            String code = body.path("error").asText("");
            return Either.left(
                    new TokenRefusal(new Refusals(signIn).error(answer, code), Refusals.INVALID_CLIENT.equals(code)));
        }
        String value = body.path("access_token").asText("");
        long life = body.path("expires_in").asLong(0);
        if (value.isEmpty() || life <= 0) {
            return Either.left(new TokenRefusal(
                    answer.error("it holds no token with a life; check ims.uri " + server.uri()), false));
        }
        return Either.right(new AccessToken(
                Secret.of(value),
                asked.plus(life > MOST_SECONDS ? Duration.ofMillis(life) : Duration.ofSeconds(life))));
    }
}
