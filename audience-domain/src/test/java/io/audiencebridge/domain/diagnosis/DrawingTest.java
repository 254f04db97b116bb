// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probabilities counted by hand, and known values of the gamma function. */
class DrawingTest {
    private static final double EXACT = 1e-12;

    @Test
    void five_drawn_of_ten_of_which_four_are_hits_are_252_draws() {
        double[] draws = {6, 60, 120, 60, 6};

        isDrawn(new Draw.FromFinite(10, 4, 5), draws, 252, 2);
    }

    @Test
    void with_two_that_are_no_hits_five_drawn_have_three_hits_at_least() {
        double[] draws = {0, 0, 0, 56, 140, 56};

        isDrawn(new Draw.FromFinite(10, 8, 5), draws, 252, 4);
    }

    @Test
    void drawing_of_endless_many_has_the_probabilities_of_the_binomial() {
        double[] draws = {0.16807, 0.36015, 0.3087, 0.1323, 0.02835, 0.00243};

        isDrawn(new Draw.FromEndless(0.3, 5), draws, 1, 1.5);
    }

    private static void isDrawn(Draw draw, double[] draws, double all, double mean) {
        double atMost = 0;
        assertThat(draw.mean()).isCloseTo(mean, within(EXACT));
        assertThat(draw.atMost(-1)).isZero();
        assertThat(draw.atLeast(draws.length)).isCloseTo(0, within(EXACT));
        assertThat(draw.log(draws.length)).isEqualTo(Double.NEGATIVE_INFINITY);
        for (int hits = 0; hits < draws.length; hits++) {
            assertThat(Math.exp(draw.log(hits))).isCloseTo(draws[hits] / all, within(EXACT));
            assertThat(draw.atLeast(hits)).isCloseTo(1 - atMost, within(EXACT));
            atMost += draws[hits] / all;
            assertThat(draw.atMost(hits)).isCloseTo(atMost, within(EXACT));
            if (hits > 0 && draws[hits] > 0) {
                assertThat(draw.oneLess(hits)).isCloseTo(draws[hits - 1] / draws[hits], within(EXACT));
            }
            if (draws[hits] > 0) {
                double next = hits + 1 < draws.length ? draws[hits + 1] : 0;
                assertThat(draw.oneMore(hits)).isCloseTo(next / draws[hits], within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5723649429247001",
        "1, 0",
        "2, 0",
        "5, 3.1780538303479458",
        "10.5, 13.940625219403763",
        "100, 359.1342053695754"
    })
    void the_gamma_function_has_its_known_values(double x, double log) {
        assertThat(Gamma.log(x)).isCloseTo(log, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"52, 5, 2598960", "10, 0, 1", "10, 10, 1", "6, 3, 20"})
    void so_many_ways_there_are_to_choose(long n, long k, double ways) {
        assertThat(Math.exp(Gamma.logChoose(n, k))).isCloseTo(ways, within(ways * 1e-11));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 3", "2, 1", "2, 3", "3, 4", "5, 5.9", "5, 6.1", "20, 10", "20, 40", "100, 100"})
    void a_gamma_variable_of_whole_shape_stays_below_as_often_as_poissons_has_as_many(int shape, double x) {
        double fewer = 0;
        double term = Math.exp(-x);
        for (int k = 0; k < shape; k++) {
            fewer += term;
            term *= x / (k + 1);
        }

        assertThat(Gamma.below(shape, x)).isCloseTo(1 - fewer, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 0", "0.25, 0.5204998778130465", "1, 0.8427007929497149", "4, 0.9953222650189527"})
    void a_gamma_variable_of_shape_one_half_is_the_error_function_of_the_root(double x, double probability) {
        assertThat(Gamma.below(0.5, x)).isCloseTo(probability, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 2.995732273553991",
        "0.5, 1, 0.6931471805599453",
        "0.5, 10, 9.668714614714132",
        "0.975, 1, 3.6888794541139363",
        "0.999999, 1, 13.815510557935518"
    })
    void a_quantile_is_what_the_variable_stays_below_with_that_probability(
            double probability, double shape, double quantile) {
        assertThat(Gamma.quantile(probability, shape)).isCloseTo(quantile, within(1e-9));
    }

    @Test
    void nothing_read_says_nothing() {
        assertThat(Intervals.share(0, 0, OptionalLong.of(10), 0.95)).isEqualTo(new Interval(0, 0, 1));
    }

    @Test
    void an_estimate_is_the_share_of_what_was_read() {
        assertThat(Intervals.share(3, 12, OptionalLong.empty(), 0.95).estimate())
                .isEqualTo(0.25);
        assertThat(Intervals.share(3, 12, OptionalLong.of(100), 0.95).estimate())
                .isEqualTo(0.25);
        assertThat(Intervals.share(3, 12, OptionalLong.of(11), 0.95)).isEqualTo(new Interval(0.25, 0.25, 0.25));
    }

    @Test
    void none_or_all_of_few_leave_only_one_end_open() {
        Interval none = Intervals.share(0, 10, OptionalLong.of(20), 0.95);
        Interval all = Intervals.share(10, 10, OptionalLong.of(20), 0.95);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(0.2);
        assertThat(all.low()).isEqualTo(0.8);
        assertThat(all.high()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 20", "1, 10, 20", "5, 10, 20", "9, 10, 20", "3, 5, 7", "1, 2, 3"})
    void the_ends_of_a_finite_interval_are_the_last_truths_that_are_not_too_improbable(long hits, long read, long all) {
        long low = all;
        long high = 0;
        for (long marked = hits; marked <= all - read + hits; marked++) {
            double atLeast = 0;
            double atMost = 0;
            for (long i = 0; i <= read; i++) {
                double chance = Math.exp(new Draw.FromFinite(all, marked, read).log(i));
                atLeast += i >= hits ? chance : 0;
                atMost += i <= hits ? chance : 0;
            }
            if (atLeast > 0.025 && atMost > 0.025) {
                low = Math.min(low, marked);
                high = Math.max(high, marked);
            }
        }

        assertThat(Intervals.share(hits, read, OptionalLong.of(all), 0.95))
                .isEqualTo(new Interval((double) low / all, (double) hits / read, (double) high / all));
    }

    @Test
    void an_interval_is_widened_multiplied_and_kept_within_bounds() {
        Interval some = new Interval(2, 4, 10);

        assertThat(Intervals.widened(some, 0.5)).isEqualTo(new Interval(3, 4, 7));
        assertThat(Intervals.times(some, 3)).isEqualTo(new Interval(6, 12, 30));
        assertThat(Intervals.within(some, 3, 5)).isEqualTo(new Interval(3, 4, 5));
        assertThat(Intervals.within(some, 5, 6)).isEqualTo(new Interval(5, 5, 6));
    }

    @ParameterizedTest
    @CsvSource({"1.99, false", "2, true", "4, true", "10, true", "10.01, false"})
    void an_interval_holds_its_ends_and_what_lies_between(double value, boolean holds) {
        assertThat(new Interval(2, 4, 10).contains(value)).isEqualTo(holds);
    }

    @Test
    void weighted_events_have_the_interval_of_fay_and_feuer() {
        Interval interval = Intervals.sum(10, 30, 5, 0.95);

        assertThat(interval.low()).isCloseTo(3 * Gamma.quantile(0.025, 10.0 / 3), within(EXACT));
        assertThat(interval.estimate()).isEqualTo(10);
        assertThat(interval.high()).isCloseTo(55.0 / 15 * Gamma.quantile(0.975, 15.0 * 15 / 55), within(EXACT));
    }

    @Test
    void more_rows_that_match_make_the_rate_higher_but_never_more_than_all() {
        Gain whole = new Gain(new Interval(0.1, 0.2, 0.3), 100, OptionalLong.of(100), 1, 0.95);

        Interval more = whole.with(25);

        assertThat(more.low()).isCloseTo(0.35, within(EXACT));
        assertThat(more.estimate()).isCloseTo(0.45, within(EXACT));
        assertThat(more.high()).isCloseTo(0.55, within(EXACT));
        assertThat(whole.with(90)).isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void rows_of_a_sample_make_the_rate_less_sure_the_larger_what_they_were_drawn_of() {
        Interval before = new Interval(0, 0, 0);

        Interval ofEndless = new Gain(before, 100, OptionalLong.empty(), 1, 0.95).with(25);
        Interval ofFew = new Gain(before, 100, OptionalLong.of(150), 1, 0.95).with(25);
        Interval ofFewerThanRead = new Gain(before, 100, OptionalLong.of(50), 1, 0.95).with(25);

        assertThat(ofEndless).isEqualTo(Intervals.share(25, 100, OptionalLong.empty(), 0.95));
        assertThat(ofFew).isEqualTo(Intervals.share(25, 100, OptionalLong.of(150), 0.95));
        assertThat(ofFewerThanRead).isEqualTo(new Interval(0.25, 0.25, 0.25));
    }

    @Test
    void rows_compared_with_half_of_the_recipients_stand_for_twice_as_many() {
        Gain half = new Gain(new Interval(0, 0, 0), 100, OptionalLong.of(100), 0.5, 0.95);

        assertThat(half.with(10).estimate()).isCloseTo(0.2, within(EXACT));
        assertThat(half.with(10).low()).isCloseTo(2 * 4.7954 / 100, within(1e-4));
        assertThat(half.rows(0.1)).isCloseTo(5, within(EXACT));
    }

    @Test
    void hits_in_one_block_of_five_make_matches_less_sure_than_drawing_one_by_one() {
        Blocks blocks = blocks(5);

        blocks.hit(0, 10);

        assertThat(blocks.spread(true)).isCloseTo(12.5, within(EXACT));
        assertThat(blocks.spread(false)).isCloseTo(10, within(EXACT));
    }

    @Test
    void fewer_than_five_blocks_say_nothing() {
        Blocks blocks = blocks(4);

        blocks.hit(0, 10);

        assertThat(blocks.spread(true)).isEqualTo(1);
    }

    @Test
    void blocks_that_are_alike_are_as_good_as_rows_drawn_one_by_one() {
        Blocks blocks = blocks(5);
        for (int i = 0; i < 5; i++) {
            blocks.hit(i, 4);
        }

        assertThat(blocks.spread(true)).isEqualTo(1);
        assertThat(blocks(5).spread(true)).isEqualTo(1);
        assertThat(new Blocks().spread(false)).isEqualTo(1);
    }

    @Test
    void rows_that_come_later_belong_to_their_block() {
        Blocks blocks = new Blocks();
        for (int i = 0; i < 5; i++) {
            blocks.more(blocks.add(4), 6);
        }

        blocks.hit(4, 10);

        assertThat(blocks.spread(true)).isCloseTo(12.5, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 200})
    void there_may_be_many_blocks(int count) {
        Blocks blocks = blocks(count);

        blocks.hit(count - 1, 10);

        double share = 1.0 / count;
        double off = Math.pow(10 - 10 * share, 2) + (count - 1) * Math.pow(10 * share, 2);
        assertThat(blocks.spread(false)).isCloseTo(off / (10.0 * count * share) * count / (count - 1), within(1e-9));
    }

    @Test
    void blocks_beyond_65536_are_counted_with_the_last_one() {
        Blocks blocks = new Blocks();
        for (int i = 0; i < 65_536; i++) {
            assertThat(blocks.add(1)).isEqualTo(i);
        }

        assertThat(blocks.add(1)).isEqualTo(65_535);
        assertThat(blocks.add(1)).isEqualTo(65_535);
    }

    private static Blocks blocks(int count) {
        Blocks blocks = new Blocks();
        for (int i = 0; i < count; i++) {
            blocks.add(10);
        }
        return blocks;
    }
}
