// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIOException;

import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EndingCallsTest {
    private final Bench bench;
    private final HttpTransport transport;

    EndingCallsTest() throws Exception {
        bench = new Bench();
        transport = bench.transport(HttpSettings.standard());
    }

    @AfterEach
    void close() {
        transport.close();
        bench.close();
    }

    @Test
    void cancelling_ends_a_call_that_waits_for_its_answer() throws Exception {
        neverAnswer();
        var call = Bench.call();
        var answer = CompletableFuture.supplyAsync(
                () -> transport.send(HttpCall.get(bench.uri("/")).build(), call));
        bench.server.takeRequest();

        call.cancel();

        assertThat(answer.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void a_write_that_was_cancelled_on_the_wire_says_that_its_fate_is_open() throws Exception {
        neverAnswer();
        var call = Bench.call();
        var answer = CompletableFuture.supplyAsync(
                () -> transport.send(HttpCall.post(bench.uri("/"), Bench.BODY).build(), call));
        bench.server.takeRequest();

        call.cancel();

        assertThat(answer.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(answer.get().getLeft().message()).contains("may or may not have happened");
    }

    @Test
    void the_deadline_ends_a_read() {
        neverAnswer();

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call(Duration.ofMillis(200)));

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
    }

    @Test
    void the_deadline_leaves_the_outcome_of_a_write_unknown() {
        neverAnswer();
        var write = HttpCall.post(bench.uri("/"), Bench.BODY).build();

        var answer = transport.send(write, Bench.call(Duration.ofMillis(200)));

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
    }

    @Test
    void a_call_that_is_over_sends_nothing() {
        var call = Bench.call();
        call.cancel();

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), call);

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void cancelling_ends_the_pause_between_attempts() {
        bench.answers(503, "Retry-After", "20");
        var call = Bench.call();
        try (var patient = bench.transport(HttpSettings.standard(), (length, paused) -> {
            var waiting = CompletableFuture.supplyAsync(() -> Pause.real(length, paused));
            paused.cancel();
            return waiting.join();
        })) {
            var answer = patient.send(HttpCall.get(bench.uri("/")).build(), call);

            assertThat(answer.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void cancelling_breaks_an_open_stream() throws Exception {
        bench.server.enqueue(new MockResponse.Builder()
                .body("x".repeat(100_000))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        var call = Bench.call();
        try (var answer =
                transport.open(HttpCall.get(bench.uri("/")).build(), call).get()) {
            call.cancel();

            IOException failure = catchIOException(() -> answer.body().readAllBytes());

            assertThat(answer.broken(failure)).isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    @Test
    void the_deadline_breaks_an_open_stream() throws Exception {
        bench.server.enqueue(new MockResponse.Builder()
                .body("x".repeat(100_000))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        var call = Bench.call(Duration.ofMillis(300));
        try (var answer =
                transport.open(HttpCall.get(bench.uri("/")).build(), call).get()) {
            IOException failure = catchIOException(() -> answer.body().readAllBytes());

            assertThat(answer.broken(failure)).isInstanceOf(BridgeError.DeadlineExceeded.class);
        }
    }

    @Test
    void interrupting_the_thread_ends_the_call_and_keeps_the_mark() {
        neverAnswer();
        Thread.currentThread().interrupt();

        var answer = transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void interrupting_the_thread_ends_a_pause_and_keeps_the_mark() {
        Thread.currentThread().interrupt();

        var waited = Pause.real(Duration.ofMinutes(1), Bench.call());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(waited.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void a_body_that_cannot_be_read_is_our_own_failure() {
        bench.answers(200);
        var write = HttpCall.post(bench.uri("/"), new MissingFile()).build();

        var answer = transport.send(write, Bench.call());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(bench.pauses).isEmpty();
    }

    private void neverAnswer() {
        bench.server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    private static final class MissingFile implements HttpBody {
        @Override
        public String contentType() {
            return "text/csv";
        }

        @Override
        public long length() {
            return 5;
        }

        @Override
        public InputStream open() throws IOException {
            throw new NoSuchFileException("members.csv");
        }
    }
}
