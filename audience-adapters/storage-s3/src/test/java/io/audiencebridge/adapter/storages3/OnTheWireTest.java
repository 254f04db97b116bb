// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store sees of the exchange, byte for byte, and what an observer hears. */
@Timeout(60)
class OnTheWireTest {
    private static final String BUSY = "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n";
    private static final String EMPTY = "<ListBucketResult/>";

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final S3Settings settings = S3Settings.builder()
            .endpoint(URI.create("http://127.0.0.1:" + listening.getLocalPort()))
            .bucket("bucket")
            .accessKey("AKIA")
            .secretKey(Secret.of("s3cret"))
            .build();
    private final FileExchange exchange = new S3ExchangeFactory()
            .open(new S3ExchangeFactory().named(settings, "shop 7"))
            .get();

    OnTheWireTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        exchange.close();
        listening.close();
    }

    @Test
    void cancelling_closes_the_socket_on_which_an_answer_is_awaited() throws Exception {
        Call call = call(CallTerms.builder());
        var listed = CompletableFuture.supplyAsync(() -> exchange.list("", call));
        try (Socket seen = listening.accept()) {
            request(seen);

            call.cancel();

            assertThat(secondsUntilClosed(seen)).isLessThan(2);
        }
        assertThat(listed.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(told).containsExactly("s3 list 1 Cancelled");
    }

    @Test
    void the_application_is_named_behind_amazons_own_words() throws Exception {
        Call call = call(CallTerms.builder());
        var listed = CompletableFuture.supplyAsync(() -> exchange.list("", call));
        try (Socket seen = listening.accept()) {
            String head = request(seen);
            say(seen, "HTTP/1.1 200 OK\r\nContent-Length: " + EMPTY.length() + "\r\n\r\n" + EMPTY);

            assertThat(head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("user-agent:")))
                    .singleElement()
                    .asString()
                    .contains("aws-sdk-java")
                    .endsWith("AudienceBridge (shop 7)");
        }
        assertThat(listed.get().isRight()).isTrue();
        assertThat(told).containsExactly("s3 list 1 well");
    }

    @Test
    void a_call_says_how_often_a_request_may_go_out() throws Exception {
        Call once = call(CallTerms.builder().attempts(1));
        var listed = CompletableFuture.supplyAsync(() -> exchange.list("", once));
        try (Socket seen = listening.accept()) {
            request(seen);
            say(seen, BUSY);

            assertThat(listed.get().getLeft()).isInstanceOf(BridgeError.Unavailable.class);
        }
        assertThat(told).containsExactly("s3 list 1 Unavailable");
    }

    @Test
    void an_attempt_that_takes_too_long_is_let_go_of_and_repeated() throws Exception {
        Call hasty = call(CallTerms.builder().attempts(2).attemptLimit(Duration.ofMillis(500)));
        var listed = CompletableFuture.supplyAsync(() -> exchange.list("", hasty));
        try (Socket first = listening.accept()) {
            request(first);
            assertThat(secondsUntilClosed(first)).isLessThan(3);
        }
        try (Socket second = listening.accept()) {
            request(second);
            say(second, "HTTP/1.1 200 OK\r\nContent-Length: " + EMPTY.length() + "\r\n\r\n" + EMPTY);

            assertThat(listed.get().isRight()).isTrue();
        }
        assertThat(told).containsExactly("s3 list 1 Unavailable", "s3 list 2 well");
    }

    private Call call(CallTerms.Builder terms) {
        return Call.within(
                "c-1",
                Duration.ofSeconds(30),
                System::nanoTime,
                terms.observer((activity, within) -> failure -> told.add(shown((Activity.Exchange) activity) + " "
                                + failure.map(BridgeError::code).orElse("well")))
                        .build());
    }

    private static String shown(Activity.Exchange exchange) {
        return exchange.system() + " " + exchange.operation() + " " + exchange.attempt();
    }

    private static String request(Socket seen) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) seen.getInputStream().read());
        }
        return head.toString();
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
