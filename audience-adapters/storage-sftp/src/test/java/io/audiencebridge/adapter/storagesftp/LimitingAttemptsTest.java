// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line on which nothing comes any more costs an attempt what the call allows it, however long the settings would wait. */
@Timeout(30)
class LimitingAttemptsTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();
    private static final Duration LIMIT = Duration.ofMillis(500);

    /** So many that a connection comes about within the limit also on a machine that is busy. */
    private static final int MANY = 9;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private StallingLine line;
    private FileExchange exchange;

    @BeforeEach
    void open() throws IOException {
        SANDBOX.reset();
        line = new StallingLine(SANDBOX.sftp().getPort());
        exchange = Bench.open(Bench.settings(SANDBOX).port(line.port()).build());
        SANDBOX.sftpData().write("exchange/file", Bench.random(100_000));
    }

    @AfterEach
    void close() {
        exchange.close();
        line.close();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void an_attempt_on_a_silent_line_is_given_up_and_repeated_on_a_new_one_that_is_kept() {
        exchange.list("", Calls.ample()).get();
        line.stall();

        assertThat(exchange.list("", hasty(MANY)).get()).hasSize(1);
        int connections = line.connections();
        exchange.list("", Calls.ample()).get();

        assertThat(told).contains("list the files in 1 Unavailable").anyMatch(end -> end.matches("list .* [2-9] well"));
        assertThat(line.connections()).isEqualTo(connections).isGreaterThan(1);
    }

    @Test
    void a_connection_that_does_not_come_about_takes_no_longer() {
        line.stallNext(1);

        assertThat(exchange.list("", hasty(MANY)).get()).hasSize(1);

        assertThat(told).contains("list the files in 1 Unavailable").anyMatch(end -> end.matches("list .* [2-9] well"));
    }

    @Test
    void without_another_attempt_it_is_unavailable_long_before_the_calls_time_is_up() {
        exchange.list("", Calls.ample()).get();
        line.stall();

        BridgeError error = exchange.list("", hasty(1)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(error.message()).contains("check host, port and network");
    }

    @Test
    void an_attempt_that_is_quick_enough_leaves_its_line_alone() {
        exchange.list("", Calls.ample()).get();

        exchange.list("", hasty(MANY)).get();
        exchange.list("", hasty(MANY)).get();

        assertThat(line.connections()).isEqualTo(1);
    }

    private Call hasty(int attempts) {
        return Call.within(
                "hasty",
                Duration.ofSeconds(20),
                System::nanoTime,
                CallTerms.builder()
                        .attempts(attempts)
                        .attemptLimit(LIMIT)
                        .observer((activity, within) -> failure -> told.add(shown((Activity.Exchange) activity) + " "
                                + failure.map(BridgeError::code).orElse("well")))
                        .build());
    }

    private static String shown(Activity.Exchange exchange) {
        return exchange.operation() + " " + exchange.attempt();
    }
}
