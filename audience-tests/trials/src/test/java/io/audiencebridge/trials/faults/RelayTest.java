// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a relay does to bytes, seen by a bare socket. */
final class RelayTest {
    private static final World WORLD = new World(new Certificates());
    private static final String REQUEST = "GET /dpm.demdex.net/id?d_ver=2 HTTP/1.1\r\nHost: dpm.demdex.net\r\n\r\n";
    private static final Site SITE = new Site("dcs", "GET /dpm.demdex.net/id", 1, 1, false);

    @BeforeEach
    void reset() {
        WORLD.reset();
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void a_call_passes_and_is_on_record() throws IOException {
        assertThat(answer()).startsWith("HTTP/1.1 ");
        assertThat(WORLD.plan().calls()).containsExactly(SITE);
    }

    @Test
    void a_shut_port_refuses_connections_and_opens_again_under_its_number() throws IOException {
        WORLD.refuse(SITE);

        assertThatThrownBy(RelayTest::answer).isInstanceOf(ConnectException.class);

        WORLD.mend();
        assertThat(answer()).startsWith("HTTP/1.1 ");
    }

    @Test
    void a_reset_is_a_reset() {
        WORLD.plan().harm(SITE, Fault.RESET_AFTER_ONCE);

        assertThatThrownBy(RelayTest::answer).isInstanceOf(SocketException.class);
    }

    @Test
    void what_is_truncated_announces_more_than_comes() throws IOException {
        WORLD.plan().harm(SITE, Fault.TRUNCATED_ONCE);

        String[] parts = answer().split("\r\n\r\n", 2);

        assertThat(announced(parts[0])).isGreaterThan(parts[1].length());
    }

    @Test
    void a_wrong_length_is_shorter_than_what_comes() throws IOException {
        WORLD.plan().harm(SITE, Fault.WRONG_LENGTH_ONCE);

        String[] parts = answer().split("\r\n\r\n", 2);

        assertThat(announced(parts[0])).isLessThan(parts[1].length());
    }

    @Test
    void harm_once_is_done_once() throws IOException {
        WORLD.plan().harm(SITE, Fault.OUT_OF_ORDER_ONCE);

        assertThat(answer()).startsWith("HTTP/1.1 503");
        assertThat(answer()).doesNotStartWith("HTTP/1.1 503");
    }

    private static int announced(String head) throws IOException {
        Optional<Head> read =
                Head.read(new ByteArrayInputStream((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
        return Integer.parseInt(read.orElseThrow().field("content-length").orElseThrow());
    }

    private static String answer() throws IOException {
        int port = WORLD.address("dcs", Way.relayed(Fault.REFUSED.limit())).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
