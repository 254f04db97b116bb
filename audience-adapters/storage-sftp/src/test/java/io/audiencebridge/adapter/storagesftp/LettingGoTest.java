// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that accepts and says nothing, and what it sees of a call that is cancelled. */
@Timeout(60)
class LettingGoTest {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FileExchange exchange = new SftpExchangeFactory()
            .open(SftpSettings.builder()
                    .host("127.0.0.1")
                    .port(listening.getLocalPort())
                    .user("batch")
                    .password(Secret.of("w0rd"))
                    .addHostKeys("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                    .build())
            .get();

    LettingGoTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        exchange.close();
        listening.close();
    }

    @Test
    void cancelling_closes_the_socket_of_a_server_that_says_nothing() throws Exception {
        Call call = Call.within(
                "c-1",
                Duration.ofSeconds(50),
                System::nanoTime,
                CallTerms.builder()
                        .observer((activity, within) -> failure -> told.add(
                                activity + " " + failure.map(BridgeError::code).orElse("well")))
                        .build());
        var listed = CompletableFuture.supplyAsync(() -> exchange.list("", call));
        try (Socket seen = listening.accept()) {
            assertThat(seen.getInputStream().read()).isEqualTo('S');

            call.cancel();

            assertThat(secondsUntilClosed(seen)).isLessThan(2);
        }
        assertThat(listed.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(told)
                .hasSize(1)
                .allMatch(line -> line.startsWith(Activity.Exchange.class.getSimpleName()))
                .allMatch(line -> line.endsWith("Cancelled"));
    }

    private static long secondsUntilClosed(Socket seen) throws IOException {
        long begin = System.nanoTime();
        seen.setSoTimeout(10_000);
        try {
            while (seen.getInputStream().read() >= 0) {
                // what the client said before
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }
}
