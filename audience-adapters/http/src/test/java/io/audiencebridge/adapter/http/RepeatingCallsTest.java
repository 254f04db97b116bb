// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingCallsTest {
    private final Bench bench;
    private final HttpTransport transport;

    RepeatingCallsTest() throws Exception {
        bench = new Bench();
        transport = bench.transport(HttpSettings.standard());
    }

    @AfterEach
    void close() {
        transport.close();
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void an_idempotent_call_is_repeated(int status) {
        bench.answers(status);
        bench.answers(200);

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(bench.pauses).containsExactly(Duration.ZERO);
    }

    @Test
    void an_error_tells_how_many_attempts_were_made() {
        for (int i = 0; i < 4; i++) {
            bench.answers(503);
        }

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.get().accepted().getLeft().incident().attempts()).isEqualTo(4);
        assertThat(bench.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void an_answer_tells_how_many_attempts_it_took_and_what_its_status_means() {
        bench.answers(503);
        bench.answers(200);
        bench.answers(404);

        var whole = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());
        var streamed = transport.open(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(whole.get().attempts()).isEqualTo(2);
        try (var answer = streamed.get()) {
            assertThat(answer.attempts()).isEqualTo(1);
            assertThat(answer.error("as expected").message()).contains("404", "as expected");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_gateway_error_leaves_the_outcome_of_a_write_unknown(int status) {
        bench.answers(status);

        var answer = transport.send(HttpCall.post(bench.uri("/"), Bench.BODY).build(), Bench.call());

        assertThat(answer.get().accepted().getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_write_is_not_repeated_after_503_even_when_told_to_retry_at_once() {
        bench.answers(503, "Retry-After", "0");

        var answer = transport.send(HttpCall.post(bench.uri("/"), Bench.BODY).build(), Bench.call());

        assertThat(answer.get().accepted().getLeft()).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void no_repeat_is_hidden_from_the_count() throws Exception {
        bench.answers(503, "Retry-After", "0");
        bench.answers(200);
        try (var once = bench.transport(HttpSettings.builder().maxAttempts(1).build())) {
            var answer = once.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

            assertThat(answer.get().status()).isEqualTo(503);
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void a_caller_who_asks_again_and_the_transport_share_the_attempts() throws Exception {
        List.of(503, 200, 200, 503, 503).forEach(bench::answers);
        var request = HttpCall.get(bench.uri("/")).build();
        try (var thrice = bench.transport(HttpSettings.builder().maxAttempts(3).build())) {
            var attempts = thrice.attempts(Bench.call());

            int second = attempt(thrice, request, attempts);
            boolean left = attempts.isLeft();
            int third = attempt(thrice, request, attempts);
            boolean noneLeft = !attempts.isLeft();
            int onceMore = attempt(thrice, request, attempts);

            assertThat(List.of(second, third, onceMore)).containsExactly(2, 3, 4);
            assertThat(left && noneLeft).isTrue();
            assertThat(bench.server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void renewed_attempts_are_all_there() {
        List.of(503, 503, 503, 503, 503, 200).forEach(bench::answers);
        var request = HttpCall.get(bench.uri("/")).build();
        var attempts = transport.attempts(Bench.call());
        attempt(transport, request, attempts);

        attempts.renew();

        assertThat(attempt(transport, request, attempts)).isEqualTo(2);
        assertThat(attempts.isLeft()).isTrue();
    }

    @Test
    void sendings_that_share_their_attempts_share_the_time_for_pauses() throws Exception {
        for (int status : new int[] {503, 200, 503}) {
            bench.answers(status, "Retry-After", "6");
        }
        var settings =
                HttpSettings.builder().retryBudget(Duration.ofSeconds(10)).build();
        try (var hurried = bench.transport(settings)) {
            var attempts = hurried.attempts(Bench.call());
            var request = HttpCall.get(bench.uri("/")).build();

            attempt(hurried, request, attempts);
            attempt(hurried, request, attempts);

            assertThat(bench.pauses).containsExactly(Duration.ofSeconds(6));
        }
    }

    private static int attempt(HttpTransport transport, HttpCall request, Attempts attempts) {
        try (var answer = transport.open(request, attempts, Bench.call()).get()) {
            return answer.attempts();
        }
    }

    @Test
    void a_throttled_write_is_repeated_since_nothing_was_done() {
        bench.answers(429, "Retry-After", "7");
        bench.answers(200);

        var answer = transport.send(HttpCall.post(bench.uri("/"), Bench.BODY).build(), Bench.call());

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void the_pause_may_be_given_as_a_date() {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Bench.NOW.plusSeconds(5).atZone(ZoneOffset.UTC));
        bench.answers(503, "Retry-After", date);
        bench.answers(200);

        transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "61"})
    void a_pause_beyond_deadline_or_budget_ends_the_call_at_once(String seconds) {
        bench.answers(429, "Retry-After", seconds);
        var limit = Duration.ofSeconds(seconds.equals("45") ? 40 : 3600);

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call(limit));

        var error = (BridgeError.Throttled) answer.get().accepted().getLeft();
        assertThat(error.pause()).isEqualTo(Duration.ofSeconds(Long.parseLong(seconds)));
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void a_host_is_reached_at_whichever_of_its_addresses_listens() throws Exception {
        bench.answers(200);
        byte[] silent = {127, 0, 0, 77};
        var client = new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getByAddress(host, silent), InetAddress.getLoopbackAddress()))
                .build();
        try (var once = bench.transport(
                HttpSettings.builder().client(client).maxAttempts(1).build())) {
            var answer = once.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void a_lost_read_is_repeated() {
        loseTheLine();
        bench.answers(200);

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(answer.get().status()).isEqualTo(200);
    }

    @Test
    void a_lost_write_is_not_repeated_and_its_outcome_is_unknown() {
        loseTheLine();
        bench.answers(200);

        var answer = transport.send(
                HttpCall.post(bench.uri("/soap?token=t0ken"), Bench.BODY).build(), Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(answer.getLeft().message()).contains("/soap").doesNotContain("t0ken");
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_write_that_found_no_connection_is_repeated() {
        var nowhere = bench.uri("/");
        bench.server.close();

        var answer = transport.send(HttpCall.post(nowhere, Bench.BODY).build(), Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(answer.getLeft().incident().attempts()).isEqualTo(4);
        assertThat(bench.pauses).hasSize(3);
    }

    private void loseTheLine() {
        bench.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }
}
