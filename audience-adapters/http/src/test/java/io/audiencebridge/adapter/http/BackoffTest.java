// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final RandomGenerator MOST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Backoff most = new Backoff(Clock.fixed(Bench.NOW, ZoneOffset.UTC), MOST);

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "7, 16000", "8, 20000", "99, 20000"})
    void the_longest_pause_doubles_up_to_a_limit(int attempt, long millis) {
        assertThat(most.after(attempt, Optional.empty())).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void the_jitter_is_full() {
        var least = new Backoff(Clock.systemUTC(), Bench.LEAST);

        assertThat(least.after(5, Optional.empty())).isZero();
    }

    @Test
    void the_pause_asked_for_is_never_cut() {
        assertThat(most.after(1, Optional.of(Duration.ofSeconds(3)))).isEqualTo(Duration.ofMillis(3250));
    }

    @Test
    void a_date_that_has_passed_asks_for_no_pause() {
        assertThat(most.retryAfter("Tue, 24 Nov 2026 11:59:59 GMT")).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void an_unreadable_wish_is_none(String value) {
        assertThat(most.retryAfter(value)).isEmpty();
    }
}
