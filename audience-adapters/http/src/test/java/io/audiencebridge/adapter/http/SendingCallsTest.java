// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingCallsTest {
    private final Bench bench;
    private final HttpTransport transport;

    SendingCallsTest() throws Exception {
        bench = new Bench();
        transport = bench.transport(
                HttpSettings.builder().maxAttempts(1).applicationName("shop 7").build());
    }

    @AfterEach
    void close() {
        transport.close();
        bench.close();
    }

    @Test
    void a_call_carries_its_headers_secrets_and_body() throws Exception {
        bench.answers(200, "X-Request-Id", "r-1");
        var call = HttpCall.post(bench.uri("/a?b=c"), Bench.BODY)
                .putHeaders("Accept", "text/xml")
                .putSecretHeaders("Authorization", Secret.of("Bearer t0ken"))
                .build();

        var answer = transport.send(call, Bench.call()).get();

        var request = bench.server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /a?b=c HTTP/1.1");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("text/xml");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("AudienceBridge (shop 7)");
        assertThat(request.getBody().utf8()).isEqualTo("hello");
        assertThat(answer.text(StandardCharsets.UTF_8)).isEqualTo("body of 200");
        assertThat(answer.header("x-request-ID")).contains("r-1");
        assertThat(answer.requestId()).contains("r-1");
        assertThat(answer.accepted().isRight()).isTrue();
        assertThat(call.toString()).contains("POST").doesNotContain("t0ken", "b=c", "hello");
    }

    @Test
    void a_form_is_encoded() throws Exception {
        bench.answers(200);
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_secret", "p&=+% ü");
        fields.put("scope", "a b");

        transport.send(HttpCall.post(bench.uri("/"), HttpBody.form(fields)).build(), Bench.call());

        assertThat(bench.server.takeRequest().getBody().utf8())
                .isEqualTo("client_secret=p%26%3D%2B%25+%C3%BC&scope=a+b");
    }

    @ParameterizedTest
    @CsvSource({
        "401, AccessDenied",
        "403, AccessDenied",
        "404, NotFound",
        "409, Conflict",
        "412, Conflict",
        "429, Throttled",
        "500, Unavailable",
        "502, Unavailable",
        "503, Unavailable",
        "400, RejectedBySystem",
        "302, ProtocolBreach"
    })
    void a_status_is_readable_first_and_an_error_on_request(int status, String code) {
        bench.answers(status, "X-Request-Id", "r-9", "Location", "https://example.org/");

        var answer = transport
                .send(HttpCall.get(bench.uri("/p?q=hush")).build(), Bench.call())
                .get();

        var error = answer.accepted().getLeft();
        assertThat(answer.text(StandardCharsets.UTF_8)).isEqualTo("body of " + status);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains("/p answered " + status, "r-9").doesNotContain("hush");
        assertThat(error.incident().correlationId()).isEqualTo("c-7");
        assertThat(error.incident().attempts()).isEqualTo(1);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_path_that_holds_an_id_shows_as_the_call_says() {
        bench.answers(500);
        var call =
                HttpCall.get(bench.uri("/ibs:dpuuid=hush")).shownPath("/ibs:").build();

        var error = transport.send(call, Bench.call()).get().accepted().getLeft();

        assertThat(error.message()).contains("/ibs: answered 500").doesNotContain("hush");
    }

    @Test
    void an_open_answer_streams_its_body_whatever_the_status() throws Exception {
        bench.answers(500);

        try (var answer = transport
                .open(HttpCall.get(bench.uri("/")).build(), Bench.call())
                .get()) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).hasContent("body of 500");
        }
    }

    @Test
    void a_body_that_ends_early_is_an_error() {
        bench.server.enqueue(new MockResponse.Builder()
                .body("x".repeat(1_000_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @Test
    void a_compressed_body_arrives_plain() throws Exception {
        bench.server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip("audience")))
                .build());

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.get().body()).asString().isEqualTo("audience");
    }

    @Test
    void a_compressed_body_that_ends_early_is_an_error() throws Exception {
        byte[] whole = gzip("audience");
        bench.server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(whole, 0, whole.length - 9))
                .build());

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        bench.answers(200);
        try (var small =
                bench.transport(HttpSettings.builder().maxAnswerBytes(10).build())) {
            var answer = small.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

            assertThat(answer.getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(answer.getLeft().message()).contains("10 bytes", "maxAnswerBytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "http://127.0.0.1.example.org/",
                "ftp://localhost/",
                "/relative",
                "https://me:secret@example.org/"
            })
    void an_address_that_must_not_be_called_is_refused(String address) {
        var answer = transport.send(HttpCall.get(URI.create(address)).build(), Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(answer.getLeft().message()).doesNotContain("secret");
        assertThat(answer.getLeft().incident().attempts()).isZero();
    }

    @Test
    void a_secret_that_no_header_can_carry_is_refused_without_showing_it() {
        var call = HttpCall.get(bench.uri("/"))
                .putSecretHeaders("Authorization", Secret.of("t0k\nen"))
                .build();

        var answer = transport.send(call, Bench.call());

        assertThat(answer.getLeft().message()).contains("Authorization").doesNotContain("t0k");
        assertThat(bench.server.getRequestCount()).isZero();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
