// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SandboxClockTest {
    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    private final SandboxClock clock = new SandboxClock(Clock.fixed(START, ZoneOffset.UTC));
    private final List<String> done = new ArrayList<>();

    @Test
    void what_falls_due_is_done_in_the_order_of_time_whoever_came_first() {
        every("slow", Duration.ofHours(2));
        every("quick", Duration.ofMinutes(90));

        Instant now = clock.advance(Duration.ofHours(4));

        assertThat(done).containsExactly("quick 01:30", "slow 02:00", "quick 03:00", "slow 04:00");
        assertThat(now).isEqualTo(START.plus(Duration.ofHours(4)));
    }

    @Test
    void the_clock_shows_the_time_at_which_something_falls_due() {
        clock.onAdvance(
                () -> done.isEmpty() ? Optional.of(START.plusSeconds(5)) : Optional.empty(),
                now -> done.add(clock.instant().toString()));

        clock.advance(Duration.ofSeconds(9));

        assertThat(done).containsExactly("2026-01-31T00:00:05Z", "2026-01-31T00:00:09Z");
    }

    private void every(String name, Duration step) {
        Instant[] next = {START.plus(step)};
        clock.onAdvance(() -> Optional.of(next[0]), now -> {
            while (!next[0].isAfter(now)) {
                done.add(name + " " + next[0].toString().substring(11, 16));
                next[0] = next[0].plus(step);
            }
        });
    }
}
