// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_clock_is_read_and_moved() throws IOException {
        Instant before = Instant.parse(get("/clock").path("now").asText());

        JsonNode answer = Http.json(post("/clock", "{\"advance\":\"PT36H\"}"));

        assertThat(Instant.parse(answer.path("now").asText())).isAfterOrEqualTo(before.plus(Duration.ofHours(36)));
        assertThat(sandbox.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(36)));
    }

    @Test
    void exchanges_show_headers_sizes_digests_and_heads() throws IOException {
        Http.post(Http.tokenUri(sandbox), "text/plain", "abc");

        JsonNode exchange = get("/exchanges?system=ims&last=1").path(0);

        assertThat(exchange.path("method").asText()).isEqualTo("POST");
        assertThat(exchange.path("path").asText()).isEqualTo("/ims/token/v3");
        assertThat(exchange.path("status").asInt()).isEqualTo(400);
        JsonNode request = exchange.path("request");
        assertThat(request.path("headers").path("content-type").path(0).asText())
                .isEqualTo("text/plain");
        assertThat(request.path("size").asInt()).isEqualTo(3);
        assertThat(request.path("sha256").asText())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(request.path("head").asText()).isEqualTo("abc");
        assertThat(exchange.path("response").path("head").asText()).contains("invalid_request");
    }

    @Test
    void a_server_is_told_how_to_behave() throws IOException {
        post(
                "/settings",
                "{\"campaign\":{\"release\":\"8.5.1\",\"build\":9380,\"queue\":{\"pending\":1,\"capacity\":2}}}");

        JsonNode settings = get("/settings").path("campaign");

        assertThat(settings.path("release").asText()).isEqualTo("8.5.1");
        assertThat(settings.path("queue").path("capacity").asInt()).isEqualTo(2);
        assertThat(Http.get(sandbox.campaign().resolve("/r/test")).body()).contains("build='9380'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"campaign\":{\"release\":\"eight\"}} | eight",
                "{\"campaign\":{\"colour\":\"red\"}} | there are [release,",
                "{\"campaign\":{\"expiry\":\"never\"}} | fault, forbidden or text",
                "{\"campaign\":{\"build\":9380,\"schemaChanged\":\"nms:shoe\"}} | nms:shoe",
                "{\"s3\":{}} | has no settings"
            })
    void a_setting_that_cannot_be_read_changes_nothing(String body, String message) throws IOException {
        HttpResponse<String> answer = post("/settings", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
        assertThat(get("/settings").path("campaign").path("build").asInt()).isEqualTo(9364);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"do\":\"fault\"} | needs a 'text'",
                "{\"do\":\"rewrite\",\"with\":{}} | needs a 'pattern'",
                "{\"do\":\"rewrite\",\"with\":{\"pattern\":\"(\"}} | Unclosed group"
            })
    void a_fault_that_cannot_be_read_is_refused(String rule, String message) throws IOException {
        HttpResponse<String> answer = post("/faults", "[" + rule + "]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void a_fault_is_injected_counted_and_cleared() throws IOException {
        post("/faults", "[{\"match\":{\"system\":\"ims\"},\"times\":1,\"do\":\"status\",\"with\":{\"status\":503}}]");

        HttpResponse<String> harmed = Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox));
        JsonNode counted = get("/faults").path(0);
        Http.send(HttpRequest.newBuilder(sandbox.control().resolve("/faults")).DELETE());

        assertThat(harmed.statusCode()).isEqualTo(503);
        assertThat(counted.path("fired").asInt()).isOne();
        assertThat(get("/faults")).isEmpty();
    }

    @Test
    void a_reset_forgets_exchanges_faults_tokens_and_time() throws IOException {
        Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox));
        post("/faults", "[{\"do\":\"reset-before\"}]");
        sandbox.clock().advance(Duration.ofDays(400));

        post("/reset", "");

        assertThat(get("/exchanges")).isEmpty();
        assertThat(get("/faults")).isEmpty();
        assertThat(get("/state").path("livingTokens").asInt(-1)).isZero();
        assertThat(sandbox.clock().instant()).isBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/clock; {\"advance\":\"36 hours\"}; ISO 8601",
                "/clock; {\"advance\":\"-PT1H\"}; ISO 8601",
                "/clock; {}; advance",
                "/clock; {; not the expected JSON",
                "/faults; {\"do\":\"status\"}; array",
                "/faults; [{\"do\":\"explode\"}]; explode",
                "/faults; [{\"do\":\"status\",\"with\":{\"code\":503}}]; code",
                "/faults; [{\"do\":\"refuse\",\"times\":2}]; times",
                "/faults; [{\"do\":\"status\",\"after\":-1}]; after",
                "/seed; {\"giraffes\":3}; giraffes",
                "/seed; []; object",
            })
    void a_command_that_cannot_be_read_says_why(String path, String body, String hint) throws IOException {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("error").asText()).contains(hint);
    }

    @Test
    void an_unknown_command_lists_the_known_ones() throws IOException {
        HttpResponse<String> answer = Http.get(sandbox.control().resolve("/stat"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Http.json(answer).path("error").asText()).contains("GET /state");
    }

    private JsonNode get(String path) throws IOException {
        return Http.json(Http.get(sandbox.control().resolve(path)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException {
        return Http.post(sandbox.control().resolve(path), "application/json", body);
    }
}
