// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLifeTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void two_secrets_are_good_while_one_replaces_the_other_and_a_dropped_one_takes_its_tokens_along()
            throws IOException {
        String old = token(sandbox.clientSecret());
        sandbox.imsServer().addSecret("next");
        String next = token("next");

        sandbox.imsServer().dropSecret(sandbox.clientSecret());

        assertThat(ask(sandbox.clientSecret()).statusCode()).isEqualTo(401);
        assertThat(isValid(old)).isFalse();
        assertThat(isValid(next)).isTrue();
        assertThatThrownBy(() -> {
                    sandbox.imsServer().addSecret("a");
                    sandbox.imsServer().addSecret("b");
                })
                .hasMessageContaining("two secrets");
    }

    @ParameterizedTest
    @CsvSource({"true, '', 200", "false, '', 401", "false, client, 200", "false, stranger, 401"})
    void a_confidential_client_shows_its_secret_to_revoke_and_a_public_one_its_name(
            boolean basic, String client, int status) throws IOException {
        String token = token(sandbox.clientSecret());
        String query = client.isEmpty() ? "" : "?client_id=" + (client.equals("client") ? sandbox.clientId() : client);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.ims() + "/ims/revoke" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Http.encode(Map.of("token", token))));
        if (basic) {
            request.header("Authorization", "Basic " + pair(sandbox.clientSecret()));
        }

        HttpResponse<String> answer = Http.send(request);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(isValid(token)).isEqualTo(status != 200);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, stranger, bad_client_id",
        "type, refresh_token, bad_token_type",
        "token, a.b.c, bad_signature"
    })
    void a_token_of_somebody_else_or_of_another_kind_is_not_valid(String field, String value, String reason)
            throws IOException {
        Map<String, String> form = new LinkedHashMap<>(validation(token(sandbox.clientSecret())));
        form.put(field, value);

        JsonNode answer = Http.json(Http.postForm(uri("/ims/validate_token/v1"), form));

        assertThat(answer.path("valid").asBoolean()).isFalse();
        assertThat(answer.path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void too_many_requests_for_tokens_are_told_to_wait() throws IOException {
        sandbox.imsServer().tokensPerMinute(2);
        ask(sandbox.clientSecret());
        ask(sandbox.clientSecret());

        HttpResponse<String> third = ask(sandbox.clientSecret());
        sandbox.clock().advance(Duration.ofMinutes(1));
        HttpResponse<String> later = ask(sandbox.clientSecret());

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("5");
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void a_clock_that_is_off_shows_inside_the_token_only() throws IOException {
        HttpResponse<String> set = Http.post(
                URI.create(sandbox.control() + "/settings"), "application/json", "{\"ims\":{\"clockSkew\":\"PT-1H\"}}");

        JsonNode answer = Http.json(ask(sandbox.clientSecret()));

        long made =
                payload(answer.path("access_token").asText()).path("created_at").asLong();
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(answer.path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(sandbox.clock().millis() - made).isBetween(3_590_000L, 3_660_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ims/exchange/jwt", "/ims/exchange/v1/jwt"})
    void old_credentials_are_not_exchanged(String path) throws IOException {
        HttpResponse<String> answer =
                Http.postForm(uri(path), Map.of("client_id", "x", "client_secret", "y", "jwt_token", "z"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void the_settings_end_every_token() throws IOException {
        String token = token(sandbox.clientSecret());

        Http.post(URI.create(sandbox.control() + "/settings"), "application/json", "{\"ims\":{\"endTokens\":true}}");

        assertThat(isValid(token)).isFalse();
    }

    private static HttpResponse<String> ask(String secret) throws IOException {
        Map<String, String> form = Http.tokenForm(sandbox);
        form.put("client_secret", secret);
        return Http.postForm(Http.tokenUri(sandbox), form);
    }

    private static String token(String secret) throws IOException {
        return Http.json(ask(secret)).path("access_token").asText();
    }

    private static boolean isValid(String token) throws IOException {
        return Http.json(Http.postForm(uri("/ims/validate_token/v1"), validation(token)))
                .path("valid")
                .asBoolean();
    }

    private static Map<String, String> validation(String token) {
        return Map.of("type", "access_token", "client_id", sandbox.clientId(), "token", token);
    }

    private static JsonNode payload(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String pair(String secret) {
        return Base64.getEncoder().encodeToString((sandbox.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create(sandbox.ims() + path);
    }
}
