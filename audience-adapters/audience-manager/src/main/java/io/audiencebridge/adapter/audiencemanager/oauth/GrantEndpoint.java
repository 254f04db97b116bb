// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for tokens. Keeps none. */
final class GrantEndpoint {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ADVICE =
            "compare legacySignIn with what Audience Manager gave you: client, user and password; a password that ran out is renewed in Audience Manager";

    private final LegacySignIn signIn;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final URI address;

    GrantEndpoint(LegacySignIn signIn, HttpTransport transport, InstantSource clock) {
        this.signIn = signIn;
        this.transport = transport;
        this.clock = clock;
        this.address = URI.create(signIn.uri().toString().replaceFirst("/+$", "") + "/oauth/token");
    }

    Either<BridgeError, Grant> byPassword(Call call) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "password");
        fields.put("username", signIn.username());
        fields.put("password", signIn.password().reveal());
        return ask(fields, call);
    }

    Either<BridgeError, Grant> byRefresh(Secret refresh, Call call) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", refresh.reveal());
        return ask(fields, call);
    }

    /** Two tokens do no more than one, so that a lost answer is no reason to stop. */
    private Either<BridgeError, Grant> ask(Map<String, String> fields, Call call) {
        Instant now = clock.instant();
        HttpCall request = HttpCall.post(address, HttpBody.form(fields))
                .operation("POST token")
                .putHeaders("Accept", "application/json")
                .putSecretHeaders("Authorization", Secret.of("Basic " + basic()))
                .idempotent(true)
                .build();
        return transport.send(request, call).flatMap(answer -> read(answer, now));
    }

    private String basic() {
        String pair = signIn.clientId() + ":" + signIn.clientSecret().reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Either<BridgeError, Grant> read(HttpAnswer answer, Instant asked) {
        JsonNode body = lenient(answer);
        if (answer.accepted().isLeft()) {
            return Either.left(refused(answer, body.path("error").asText("")));
        }
        String value = body.path("access_token").asText("");
        long life = body.path("expires_in").asLong(0);
        if (value.isEmpty() || life <= 0) {
            return Either.left(answer.error("it holds no token with a life; check legacySignIn.uri " + signIn.uri()));
        }
        return Either.right(new Grant(
                new AccessToken(Secret.of(value), asked.plusSeconds(life)),
                asked,
                Option.of(body.path("refresh_token").asText(""))
                        .filter(refresh -> !refresh.isBlank())
                        .map(Secret::of)));
    }

    /** The code alone is quoted: a description may repeat what was sent. */
    private static BridgeError refused(HttpAnswer answer, String code) {
        boolean forGood = answer.status() / 100 == 4 && answer.status() != 429 && answer.status() != 404;
        String quoted = code.matches("[a-z_]{1,40}") ? code + ", " : "";
        BridgeError plain = answer.error(forGood ? quoted + ADVICE : "");
        return forGood ? new BridgeError.AccessDenied(plain.message(), plain.incident()) : plain;
    }

    private static JsonNode lenient(HttpAnswer answer) {
        try {
            JsonNode read = MAPPER.readTree(answer.body());
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
