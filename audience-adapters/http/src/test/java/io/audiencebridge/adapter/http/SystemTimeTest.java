// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What time it is at the other end. */
final class SystemTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final AtomicLong nanos = new AtomicLong();
    private final SystemTime time = new SystemTime(nanos::get);

    @Test
    void nobody_knows_before_the_system_said_it() {
        assertThat(time.now()).isEmpty();
    }

    @Test
    void it_goes_on_from_what_the_system_said_whatever_this_machines_clock_shows() {
        time.heard("Tue, 24 Nov 2026 12:00:00 GMT");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(time.now()).contains(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void a_header_that_is_no_date_changes_nothing() {
        time.heard("Tue, 24 Nov 2026 12:00:00 GMT");

        time.heard("yesterday");

        assertThat(time.now()).contains(NOON);
    }

    @Test
    void a_transport_hears_it_with_every_answer() throws Exception {
        try (Bench bench = new Bench();
                HttpTransport transport = bench.transport(HttpSettings.standard())) {
            bench.answers(404, "Date", "Tue, 24 Nov 2026 12:00:00 GMT");

            transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());

            assertThat(transport.systemTime().orElseThrow()).isBetween(NOON, NOON.plus(Duration.ofMinutes(1)));
        }
    }
}
