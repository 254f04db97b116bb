// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values from published tables: Garwood 1936, and Clopper and Pearson 1934 as standard software prints them. */
class IntervalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6889",
        "1, 0.0253, 5.5716",
        "2, 0.2422, 7.2247",
        "5, 1.6235, 11.6683",
        "10, 4.7954, 18.3904",
        "20, 12.2165, 30.8884",
        "100, 81.3640, 121.6268"
    })
    void rare_events_have_the_exact_interval_of_poisson(double seen, double low, double high) {
        Interval interval = Intervals.sum(seen, seen, 1, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(0.0002));
        assertThat(interval.estimate()).isEqualTo(seen);
        assertThat(interval.high()).isCloseTo(high, within(0.0002));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3085",
        "1, 10, 0.0025, 0.4450",
        "5, 10, 0.1871, 0.8129",
        "10, 10, 0.6915, 1",
        "15, 100, 0.0865, 0.2353"
    })
    void a_share_of_endless_many_has_the_exact_interval_of_the_binomial(long hits, long read, double low, double high) {
        Interval interval = Intervals.share(hits, read, OptionalLong.empty(), 0.95);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void drawing_half_of_few_knows_more_than_drawing_of_endless_many() {
        Interval endless = Intervals.share(50, 500, OptionalLong.empty(), 0.95);
        Interval finite = Intervals.share(50, 500, OptionalLong.of(1000), 0.95);

        assertThat(finite.high() - finite.low()).isLessThan(0.8 * (endless.high() - endless.low()));
        assertThat(finite.contains(0.1)).isTrue();
    }

    @Test
    void whoever_read_all_knows() {
        assertThat(Intervals.share(3, 10, OptionalLong.of(10), 0.95)).isEqualTo(new Interval(0.3, 0.3, 0.3));
    }

    @Test
    void an_interval_of_a_hundred_million_is_found() {
        Interval interval = Intervals.share(10, 100_000, OptionalLong.of(100_000_000), 0.95);

        assertThat(interval.low()).isCloseTo(4.7954e-5, within(1e-7));
        assertThat(interval.high()).isCloseTo(18.39e-5, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"5, 40", "12, 40", "30, 40"})
    void the_finite_interval_holds_at_its_rate_whatever_is_drawn(long marked, long all) {
        long drawn = 20;
        double covered = 0;
        for (long hits = 0; hits <= Math.min(marked, drawn); hits++) {
            double chance = Math.exp(new Draw.FromFinite(all, marked, drawn).log(hits));
            covered += Intervals.share(hits, drawn, OptionalLong.of(all), 0.95).contains((double) marked / all)
                    ? chance
                    : 0;
        }

        assertThat(covered).isBetween(0.95, 1.0001);
    }

    @Test
    void heavy_events_make_an_interval_wider() {
        Interval light = Intervals.sum(100, 100, 1, 0.95);
        Interval heavy = Intervals.sum(100, 1000, 10, 0.95);

        assertThat(heavy.high() - heavy.low()).isGreaterThan(2.5 * (light.high() - light.low()));
    }
}
