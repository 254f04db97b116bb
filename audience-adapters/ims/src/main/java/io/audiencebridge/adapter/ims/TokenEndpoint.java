// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for a token. Keeps none. */
final class TokenEndpoint implements AutoCloseable {
    private static final String PATH = "/ims/token/v3";

    /** Beyond this, a life can only be in milliseconds: as seconds it would be 115 days, and a token lives for one. */
    private static final long MOST_SECONDS = 10_000_000;

    private final ImsSettings settings;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final Refusals refusals;
    private final URI address;

    TokenEndpoint(ImsSettings settings, HttpTransport transport, InstantSource clock) {
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
        this.refusals = new Refusals(settings);
        this.address = URI.create(settings.uri().toString().replaceFirst("/+$", "") + PATH);
    }

    /** A new token. Its life is counted from before it was asked for. */
    Either<BridgeError, AccessToken> ask(Call call) {
        Instant now = clock.instant();
        return transport.send(request(), call).flatMap(answer -> read(answer, now));
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Two tokens do no more than one, so that a lost answer is no reason to stop. The secret goes into the body, since addresses are logged. */
    private HttpCall request() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", settings.clientId());
        fields.put("client_secret", settings.clientSecret().reveal());
        fields.put("grant_type", "client_credentials");
        fields.put("scope", String.join(",", settings.scopes()));
        return HttpCall.post(address, HttpBody.form(fields))
                .putHeaders("Accept", "application/json")
                .idempotent(true)
                .build();
    }

    private Either<BridgeError, AccessToken> read(HttpAnswer answer, Instant asked) {
        JsonNode body = Json.lenient(answer);
        if (answer.accepted().isLeft()) {
            return Either.left(refusals.error(answer, body.path("error").asText("")));
        }
        String value = body.path("access_token").asText("");
        long life = body.path("expires_in").asLong(0);
        if (value.isEmpty() || life <= 0) {
            return Either.left(answer.error("it holds no token with a life; check ims.uri " + settings.uri()));
        }
        return Either.right(new AccessToken(
                Secret.of(value),
                asked.plus(life > MOST_SECONDS ? Duration.ofMillis(life) : Duration.ofSeconds(life))));
    }
}
