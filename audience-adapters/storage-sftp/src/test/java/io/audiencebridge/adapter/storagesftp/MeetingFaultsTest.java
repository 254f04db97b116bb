// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals and broken lines, on real sockets. */
class MeetingFaultsTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();

    private FileExchange exchange;

    @BeforeEach
    void open() {
        SANDBOX.reset();
        exchange = Bench.open(Bench.settings(SANDBOX).build());
    }

    @AfterEach
    void close() {
        SANDBOX.sftpData().clearFaults();
        exchange.close();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void a_wrong_password_is_denied_and_not_shown() {
        try (FileExchange stranger = Bench.open(
                Bench.settings(SANDBOX).password(Secret.of("not-the-password")).build())) {
            BridgeError error = stranger.list("", Calls.ample()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message())
                    .contains(SANDBOX.sftpUser() + "@127.0.0.1", "check user, password and key")
                    .doesNotContain("not-the-password");
        }
    }

    @Test
    void a_server_that_nobody_vouched_for_is_refused_with_its_fingerprint() {
        String shown = HostKeys.fingerprint(SANDBOX.sftpHostKey()).get();
        SftpSettings settings = SftpSettings.builder()
                .from(Bench.settings(SANDBOX).build())
                .hostKeys(java.util.List.of("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .build();

        try (FileExchange stranger = Bench.open(settings)) {
            BridgeError error = stranger.list("", Calls.ample()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
            assertThat(error.message()).contains(shown, "add it to hostKeys");
        }
    }

    @Test
    void a_server_is_known_by_its_fingerprint_too() {
        SftpSettings settings = SftpSettings.builder()
                .from(Bench.settings(SANDBOX).build())
                .hostKeys(java.util.List.of(
                        HostKeys.fingerprint(SANDBOX.sftpHostKey()).get()))
                .build();

        try (FileExchange known = Bench.open(settings)) {
            assertThat(known.list("", Calls.ample()).get()).isEmpty();
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_unavailable() throws IOException {
        int closed;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = taken.getLocalPort();
        }

        try (FileExchange nowhere =
                Bench.open(Bench.settings(SANDBOX).port(closed).maxAttempts(2).build())) {
            BridgeError error = nowhere.list("", Calls.ample()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(error.message()).contains("check host, port and network");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55})
    void a_file_is_read_and_written_whole_though_the_line_is_lost_after(int requests) {
        byte[] content = Bench.random(2 << 20);
        SANDBOX.sftpData().write("exchange/theirs", content);

        SANDBOX.sftpData().dropLine(requests, 1);
        assertThat(Bench.read(exchange, "theirs").get()).isEqualTo(content);
        SANDBOX.sftpData().dropLine(requests, 1);
        assertThat(Bench.write(exchange, "ours", content).isRight()).isTrue();

        assertThat(SANDBOX.sftpData().read("exchange/ours")).isEqualTo(content);
        assertThat(SANDBOX.sftpData().names()).containsExactly("exchange/ours", "exchange/theirs");
    }

    @Test
    void a_line_that_is_always_lost_is_unavailable() {
        SANDBOX.sftpData().dropLine(0, Integer.MAX_VALUE);

        assertThat(exchange.list("", Calls.ample()).getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @Test
    void a_file_whose_move_was_not_acknowledged_is_there_once() {
        byte[] content = Bench.random(100_000);
        SANDBOX.sftpData().dropLineAfterMoves(1);

        assertThat(Bench.write(exchange, "file", content).get().size()).isEqualTo(content.length);

        assertThat(SANDBOX.sftpData().names()).containsExactly("exchange/file");
    }

    @Test
    void a_file_that_ends_early_is_an_error_and_not_a_short_file() {
        SANDBOX.sftpData().write("exchange/file", Bench.random(200_000));
        SANDBOX.sftpData().cutFilesAt(150_000);

        BridgeError error = Bench.read(exchange, "file").getLeft();

        assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_a_conflict() {
        SANDBOX.sftpData().write("exchange/file", Bench.random(3 << 20));
        byte[] buffer = new byte[1 << 20];
        try (ByteSource source = exchange.read("file", Calls.ample()).get()) {
            source.read(buffer, 0, buffer.length).get();
            SANDBOX.sftpData().write("exchange/file", Bench.random(4 << 20));

            assertThat(source.read(buffer, 0, buffer.length).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        }
    }

    @Test
    void a_file_that_goes_while_it_is_read_is_not_found() {
        SANDBOX.sftpData().write("exchange/file", Bench.random(3 << 20));
        byte[] buffer = new byte[1 << 20];
        try (ByteSource source = exchange.read("file", Calls.ample()).get()) {
            source.read(buffer, 0, buffer.length).get();
            SANDBOX.sftpData().delete("exchange/file");

            assertThat(source.read(buffer, 0, buffer.length).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void a_silent_server_costs_the_calls_time_and_no_more() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FileExchange nobody = Bench.open(
                        Bench.settings(SANDBOX).port(silent.getLocalPort()).build())) {
            Call call = Call.within("short", Duration.ofMillis(300), System::nanoTime, Progress.SILENT);

            BridgeError error = nobody.list("", call).getLeft();

            assertThat(error).isInstanceOf(BridgeError.DeadlineExceeded.class);
        }
    }

    @Test
    void an_exchange_that_was_closed_says_so_and_does_not_hang() {
        exchange.list("", Calls.ample()).get();
        exchange.close();

        assertThat(exchange.list("", Calls.ample()).isLeft()).isTrue();
    }
}
