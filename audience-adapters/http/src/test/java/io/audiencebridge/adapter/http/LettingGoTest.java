// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the other side of the socket sees of a call that ends early. */
@Timeout(20)
class LettingGoTest {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final HttpTransport transport = HttpTransport.to(
            SystemId.CAMPAIGN, HttpSettings.builder().maxAttempts(1).build());

    LettingGoTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        transport.close();
        listening.close();
    }

    @Test
    void cancelling_closes_the_socket_of_a_call_that_waits_for_its_answer() throws Exception {
        Call call = Bench.call();
        var answer = CompletableFuture.supplyAsync(() -> transport.send(request(), call));
        try (Socket seen = listening.accept()) {
            readRequest(seen);

            call.cancel();

            assertThat(secondsUntilClosed(seen)).isLessThan(2);
        }
        assertThat(answer.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void cancelling_closes_the_socket_of_a_body_that_is_being_read() throws Exception {
        Call call = Bench.call();
        CountDownLatch opened = new CountDownLatch(1);
        var reading = CompletableFuture.supplyAsync(() -> {
            try (var answer = transport.open(request(), call).get()) {
                opened.countDown();
                answer.body().readAllBytes();
                return "whole";
            } catch (IOException broken) {
                return "broken";
            }
        });
        try (Socket seen = listening.accept()) {
            readRequest(seen);
            say(seen, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            opened.await();

            call.cancel();

            assertThat(secondsUntilClosed(seen)).isLessThan(2);
        }
        assertThat(reading.get()).isEqualTo("broken");
    }

    @Test
    void closing_an_open_answer_closes_the_socket_though_most_of_it_was_not_read() throws Exception {
        Call call = Bench.call();
        var opened = CompletableFuture.supplyAsync(() -> transport.open(request(), call));
        try (Socket seen = listening.accept()) {
            readRequest(seen);
            say(seen, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc");

            opened.get().get().close();

            assertThat(secondsUntilClosed(seen)).isLessThan(2);
        }
    }

    @Test
    void an_attempt_that_takes_too_long_lets_go_of_its_socket_and_the_next_one_is_made() throws Exception {
        Call call = hasty(2);
        try (HttpTransport twice = HttpTransport.to(SystemId.CAMPAIGN, HttpSettings.standard())) {
            var answer = CompletableFuture.supplyAsync(() -> twice.send(request(), call));
            try (Socket first = listening.accept()) {
                readRequest(first);
                assertThat(secondsUntilClosed(first)).isLessThan(2);
            }
            try (Socket second = listening.accept()) {
                readRequest(second);
                say(second, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");

                assertThat(answer.get().get().attempts()).isEqualTo(2);
            }
        }
    }

    @Test
    void an_attempt_that_took_too_long_is_told_as_such_while_its_call_had_time_left() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> transport.send(request(), hasty(1)));
        try (Socket seen = listening.accept()) {
            readRequest(seen);

            assertThat(answer.get().getLeft()).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(answer.get().getLeft().message()).contains("Slow");
        }
    }

    private static Call hasty(int attempts) {
        return Call.within(
                "c-8",
                Duration.ofSeconds(30),
                System::nanoTime,
                CallTerms.builder()
                        .attempts(attempts)
                        .attemptLimit(Duration.ofMillis(200))
                        .build());
    }

    private HttpCall request() {
        return HttpCall.get(URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/stalled"))
                .build();
    }

    private static void readRequest(Socket seen) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) seen.getInputStream().read());
        }
    }

    private static void say(Socket seen, String answer) throws IOException {
        seen.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        seen.getOutputStream().flush();
    }

    private static long secondsUntilClosed(Socket seen) throws IOException {
        long begin = System.nanoTime();
        seen.setSoTimeout(10_000);
        try {
            assertThat(seen.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }
}
