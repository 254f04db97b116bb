// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ims/token/v3", "/ims/token/v2"})
    void a_form_in_the_body_gets_a_token_that_lives_a_day(String path) throws IOException {
        HttpResponse<String> answer = Http.postForm(sandbox.ims().resolve(path), Http.tokenForm(sandbox));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.json(answer).path("token_type").asText()).isEqualTo("bearer");
        assertThat(Http.json(answer).path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(payload(Http.json(answer)).path("expires_in").asText()).isEqualTo("86400000");
    }

    @Test
    void parameters_may_be_in_the_query_or_split_between_query_and_body() throws IOException {
        Map<String, String> form = Http.tokenForm(sandbox);
        String all = Http.encode(form);
        String id = "client_id=" + form.remove("client_id");

        HttpResponse<String> inQuery = Http.post(URI.create(Http.tokenUri(sandbox) + "?" + all), "text/plain", "");
        HttpResponse<String> split = Http.postForm(URI.create(Http.tokenUri(sandbox) + "?" + id), form);

        assertThat(inQuery.statusCode()).isEqualTo(200);
        assertThat(split.statusCode()).isEqualTo(200);
    }

    @Test
    void a_multipart_form_is_read_too() throws IOException {
        StringBuilder body = new StringBuilder();
        Http.tokenForm(sandbox)
                .forEach((name, value) -> body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--cut--\r\n");

        HttpResponse<String> answer =
                Http.post(Http.tokenUri(sandbox), "multipart/form-data; boundary=cut", body.toString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong, 401, invalid_client",
        "client_id, stranger, 401, invalid_client",
        "client_id, '', 400, invalid_request",
        "client_secret, '', 400, invalid_request",
        "grant_type, password, 400, unsupported_grant_type",
        "scope, 'openid,root_of_all_evil', 400, invalid_scope",
        "org_id, 000000000000000000000000@AdobeOrg, 400, invalid_request",
    })
    void a_form_that_is_wrong_is_refused_with_its_reason(String field, String value, int status, String error)
            throws IOException {
        Map<String, String> form = new LinkedHashMap<>(Http.tokenForm(sandbox));
        form.put(field, value);

        HttpResponse<String> answer = Http.postForm(Http.tokenUri(sandbox), form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Http.json(answer).path("error").asText()).isEqualTo(error);
        assertThat(answer.headers().firstValue("x-debug-id")).isPresent();
        assertThat(answer.body()).doesNotContain(sandbox.clientSecret());
    }

    @Test
    void a_secret_that_was_not_encoded_is_a_wrong_secret() throws IOException {
        String raw = Http.encode(Http.tokenForm(sandbox)).replaceAll("client_secret=[^&]*", "") + "&client_secret="
                + sandbox.clientSecret().replace("%", "");

        HttpResponse<String> answer = Http.post(Http.tokenUri(sandbox), "application/x-www-form-urlencoded", raw);

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_ends_on_the_virtual_clock() throws IOException {
        String token = token();
        assertThat(validity(token).path("valid").asBoolean()).isTrue();

        sandbox.clock().advance(Duration.ofHours(24));

        assertThat(validity(token).path("valid").asBoolean()).isFalse();
        assertThat(validity(token).path("reason").asText()).isEqualTo("expired");
    }

    @Test
    void an_invalidated_token_is_no_token() throws IOException {
        String token = token();
        Map<String, String> form = Http.tokenForm(sandbox);
        form.put("token", token);

        HttpResponse<String> answer = Http.postForm(sandbox.ims().resolve("/ims/invalidate_token/v2"), form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(validity(token).path("valid").asBoolean()).isFalse();
    }

    private static String token() throws IOException {
        return Http.json(Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox)))
                .path("access_token")
                .asText();
    }

    private static JsonNode validity(String token) throws IOException {
        return Http.json(Http.postForm(
                sandbox.ims().resolve("/ims/validate_token/v1"), Map.of("type", "access_token", "token", token)));
    }

    private static JsonNode payload(JsonNode answer) throws IOException {
        String part = answer.path("access_token").asText().split("\\.", -1)[1];
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
