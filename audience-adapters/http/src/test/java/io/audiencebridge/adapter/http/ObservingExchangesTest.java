// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ObservingExchangesTest {
    private final Bench bench = new Bench();
    private final HttpTransport transport = bench.transport(HttpSettings.standard());
    private final List<String> told = new ArrayList<>();
    private Map<String, String> headers = Map.of();
    private final Call call = Call.within(
            "c-7",
            Duration.ofSeconds(30),
            System::nanoTime,
            CallTerms.builder()
                    .observer((activity, within) -> new Told((Activity.Exchange) activity))
                    .build());

    ObservingExchangesTest() throws Exception {}

    @AfterEach
    void close() {
        transport.close();
        bench.close();
    }

    @Test
    void every_attempt_is_told_once_by_its_operation_and_its_end_and_nothing_of_the_address() {
        bench.answers(503);
        bench.answers(200);
        HttpCall request = HttpCall.get(bench.uri("/v1/segments/4711?name=Gold"))
                .operation(HttpCall.operation("GET", "segments/4711?name=Gold", Set.of("segments")))
                .build();

        transport.send(request, call);

        assertThat(told)
                .containsExactly(
                        "campaign GET segments/{} 1 ended Unavailable", "campaign GET segments/{} 2 ended well");
    }

    @Test
    void a_request_that_names_no_operation_is_told_by_its_method() {
        bench.answers(404);

        transport.send(HttpCall.get(bench.uri("/segments/4711")).build(), call);

        assertThat(told).containsExactly("campaign GET 1 ended NotFound");
    }

    @Test
    void an_answer_that_is_read_piece_by_piece_ends_when_it_is_closed() {
        bench.answers(200);

        var answer = transport.open(HttpCall.get(bench.uri("/")).build(), call).get();
        assertThat(told).isEmpty();
        answer.close();
        answer.close();

        assertThat(told).containsExactly("campaign GET 1 ended well");
    }

    @Test
    void a_line_that_breaks_in_the_body_is_a_failure_and_no_answer() {
        for (int i = 0; i < 4; i++) {
            bench.server.enqueue(new MockResponse.Builder()
                    .body("x".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
        }

        transport.send(HttpCall.get(bench.uri("/")).build(), call);

        assertThat(told).hasSize(4).allMatch(line -> line.endsWith("ended Unavailable"));
    }

    @Test
    void headers_of_whoever_follows_go_out_and_win_over_none_of_ours() throws Exception {
        headers = Map.of("traceparent", "00-1-2-01", "X-Ours", "theirs");
        bench.answers(200);

        transport.send(HttpCall.get(bench.uri("/")).putHeaders("X-Ours", "ours").build(), call);

        var sent = bench.server.takeRequest().getHeaders();
        assertThat(sent.get("traceparent")).isEqualTo("00-1-2-01");
        assertThat(sent.get("X-Ours")).isEqualTo("ours");
    }

    private final class Told implements Watch {
        private final Activity.Exchange exchange;

        Told(Activity.Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void ends(Optional<BridgeError> failure) {
            told.add(exchange.system() + " " + exchange.operation() + " " + exchange.attempt() + " ended "
                    + failure.map(BridgeError::code).orElse("well"));
        }

        @Override
        public Map<String, String> headers() {
            return headers;
        }
    }
}
