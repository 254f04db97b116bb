// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden case A02 and what lies around it. */
class LegacyTokensTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a02_a_password_buys_a_token_that_calls() throws IOException {
        JsonNode pair = Http.json(grant(password()));

        assertThat(pair.path("access_token").asText()).matches("[0-9a-f-]{36}");
        assertThat(pair.path("expires_in").asInt()).isEqualTo(21_922);
        assertThat(pair.path("scope").asText()).isEqualTo("read write");
        assertThat(call(pair).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_ends_on_the_virtual_clock_and_is_renewed_once() throws IOException {
        JsonNode pair = Http.json(grant(password()));
        Map<String, String> renewal = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                pair.path("refresh_token").asText());

        sandbox.clock().advance(Duration.ofSeconds(21_923));
        HttpResponse<String> ended = call(pair);
        JsonNode renewed = Http.json(grant(renewal));

        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"oauth\", error=\"invalid_token\", error_description=\"Access token expired: "
                        + pair.path("access_token").asText() + "\"");
        assertThat(call(renewed).statusCode()).isEqualTo(200);
        assertThat(grant(renewal).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "password, wrong, 400, invalid_grant",
        "username, nobody, 400, invalid_grant",
        "grant_type, client_credentials, 400, unsupported_grant_type",
        "grant_type, '', 400, invalid_request",
    })
    void a_wrong_grant_is_refused(String field, String value, int status, String error) throws IOException {
        Map<String, String> form = new java.util.HashMap<>(password());
        form.put(field, value);

        HttpResponse<String> answer = grant(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Http.json(answer).path("error").asText()).isEqualTo(error);
    }

    @Test
    void a_wrong_client_is_challenged() throws IOException {
        HttpResponse<String> answer = Http.send(request("Basic bm9ib2R5Og==", password()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Http.json(answer).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void tokens_of_both_kinds_can_be_revoked_in_mid_run() throws IOException {
        JsonNode pair = Http.json(grant(password()));
        Rest rest = new Rest(sandbox);

        sandbox.audienceManagerServer().revokeTokens();

        HttpResponse<String> old = call(pair);
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(old.headers().firstValue("WWW-Authenticate").orElse("")).contains("Invalid access token");
        assertThat(rest.get("/v1/traits").statusCode()).isEqualTo(401);
        rest.signIn();
        assertThat(rest.get("/v1/traits").statusCode()).isEqualTo(200);
    }

    private Map<String, String> password() {
        return Map.of("grant_type", "password", "username", sandbox.legacyUser(), "password", sandbox.legacyPassword());
    }

    private HttpResponse<String> grant(Map<String, String> form) throws IOException {
        String client = sandbox.legacyClientId() + ":" + sandbox.legacyClientSecret();
        String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        return Http.send(request("Basic " + basic, form));
    }

    private HttpRequest.Builder request(String authorization, Map<String, String> form) {
        return HttpRequest.newBuilder(sandbox.audienceManager().resolve("/oauth/token"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Http.encode(form)));
    }

    private HttpResponse<String> call(JsonNode pair) throws IOException {
        return Http.send(HttpRequest.newBuilder(sandbox.audienceManager().resolve("/v1/traits/"))
                .header("Authorization", "Bearer " + pair.path("access_token").asText()));
    }
}
