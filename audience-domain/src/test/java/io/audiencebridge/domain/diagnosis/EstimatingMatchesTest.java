// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vavr.control.Option;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What follows for everybody from what was counted of some; the figures are small enough to be followed by hand. */
class EstimatingMatchesTest {
    private static final double CONFIDENCE = 0.95;
    private static final double PART = (1 + CONFIDENCE) / 2;
    private static final double EXACT = 1e-9;
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    @Test
    void an_empty_audience_matches_nobody_and_one_that_was_not_read_perhaps_everybody() {
        MatchCount nothing = count().rows(0).tried(0).matched(0).build();

        assertThat(estimate(nothing, OptionalLong.of(0), UNKNOWN, true).matchRate())
                .isEqualTo(new Interval(0, 0, 0));
        assertThat(estimate(nothing, UNKNOWN, UNKNOWN, true).matchRate()).isEqualTo(new Interval(0, 0, 1));
        assertThat(estimate(nothing, OptionalLong.of(5), UNKNOWN, true).matchRate())
                .isEqualTo(new Interval(0, 0, 1));
    }

    @Test
    void with_all_of_both_sides_at_hand_nothing_is_estimated() {
        MatchEstimate estimate = estimate(count().build(), OptionalLong.of(1000), OptionalLong.of(5000), true);

        assertThat(estimate.matchRate()).isEqualTo(new Interval(0.1, 0.1, 0.1));
        assertThat(estimate.listSize()).isEqualTo(new Interval(90, 90, 90));
        assertThat(estimate.peopleShare()).hasValue(1);
    }

    @Test
    void members_of_a_sample_are_a_draw_without_putting_back() {
        MatchEstimate estimate = estimate(count().build(), OptionalLong.of(4000), OptionalLong.of(5000), true);
        Interval drawn = Intervals.share(100, 1000, OptionalLong.of(4000), CONFIDENCE);

        assertThat(estimate.matchRate()).isEqualTo(drawn);
        assertThat(estimate.listSize()).isEqualTo(Intervals.times(drawn, 4000));
    }

    @Test
    void a_total_that_is_less_than_what_was_read_is_taken_for_as_much() {
        assertThat(estimate(count().build(), OptionalLong.of(10), OptionalLong.of(5000), true)
                        .matchRate())
                .isEqualTo(new Interval(0.1, 0.1, 0.1));
    }

    @Test
    void neighbours_that_are_alike_make_an_interval_as_much_wider_as_the_root_of_their_spread() {
        MatchCount alike = count().spreadOfMembers(4).build();
        Interval drawn = Intervals.share(100, 1000, OptionalLong.of(4000), CONFIDENCE);

        assertThat(estimate(alike, OptionalLong.of(4000), UNKNOWN, true).matchRate())
                .isEqualTo(Intervals.widened(drawn, 2));
        assertThat(estimate(alike, OptionalLong.of(4000), OptionalLong.of(5000), true)
                        .listSize())
                .isEqualTo(Intervals.times(Intervals.widened(drawn, 2), 4000));
    }

    @Test
    void where_nobody_knows_how_many_recipients_there_are_the_rate_has_no_upper_limit() {
        MatchEstimate estimate = estimate(count().build(), OptionalLong.of(4000), UNKNOWN, false);

        assertThat(estimate.peopleShare()).isEmpty();
        assertThat(estimate.matchRate())
                .isEqualTo(new Interval(
                        Intervals.share(100, 1000, OptionalLong.of(4000), CONFIDENCE)
                                .low(),
                        0.1,
                        1));
        assertThat(estimate.listSize()).isEqualTo(new Interval(90, 90, 8.2e9));
    }

    @Test
    void where_nobody_knows_how_many_members_there_are_the_list_holds_everybody_at_most() {
        MatchEstimate estimate = estimate(count().build(), UNKNOWN, OptionalLong.of(5000), false);

        assertThat(estimate.listSize()).isEqualTo(new Interval(90, 90, 5000));
        assertThat(estimate(count().build(), OptionalLong.of(0), OptionalLong.of(5000), false)
                        .listSize())
                .isEqualTo(new Interval(90, 90, 5000));
    }

    @Test
    void with_all_members_at_hand_each_recipient_of_a_sample_is_in_or_not() {
        MatchCount count = count().spreadOfPeople(9).build();

        assertThat(estimate(count, OptionalLong.of(1000), OptionalLong.of(5000), false)
                        .listSize())
                .isEqualTo(Intervals.within(
                        Intervals.times(
                                Intervals.widened(Intervals.share(90, 500, OptionalLong.of(5000), CONFIDENCE), 3),
                                5000),
                        90,
                        5000));
    }

    @Test
    void pairs_that_met_in_samples_of_both_sides_are_rare_events() {
        MatchCount count =
                count().pairs(10).squaresByKey(10).squaresByPerson(10).most(1).build();
        MatchEstimate estimate = estimate(count, OptionalLong.of(4000), OptionalLong.of(5000), false);
        Interval pairs = Intervals.widened(Intervals.sum(10, 10, 1, PART), Math.sqrt(1 - 0.25 * 0.1));
        double sharers = Intervals.sum(0, 0, 1, PART).high() * 2 / (0.1 * 600);

        Interval rate = estimate.matchRate();

        assertThat(estimate.peopleShare()).hasValue(0.1);
        assertThat(rate.estimate()).isCloseTo(10 / (1000 * 0.1), within(EXACT));
        assertThat(rate.low()).isCloseTo(pairs.low() / 100 / (1 + sharers), within(EXACT));
        assertThat(rate.high()).isCloseTo(pairs.high() / 100, within(EXACT));
    }

    @Test
    void people_are_as_many_as_their_pairs_where_nobody_has_several_keys() {
        MatchCount count = count().hitPeople(10)
                .pairs(10)
                .squaresByKey(10)
                .squaresByPerson(10)
                .most(1)
                .build();
        Interval pairs = Intervals.widened(Intervals.sum(10, 10, 1, CONFIDENCE), Math.sqrt(1 - 0.25 * 0.1));

        Interval size = estimate(count, OptionalLong.of(4000), OptionalLong.of(5000), false)
                .listSize();

        assertThat(size.estimate()).isCloseTo(400, within(EXACT));
        assertThat(size.low()).isCloseTo(pairs.low() * 40, within(1e-6));
        assertThat(size.high()).isCloseTo(pairs.high() * 40, within(1e-6));
    }

    @Test
    void keys_and_people_of_many_pairs_make_them_less_sure_as_far_as_the_others_were_not_seen() {
        MatchCount count = count().pairs(10)
                .squaresByKey(30)
                .squaresByPerson(20)
                .most(3)
                .spreadOfPeople(4)
                .spreadOfMembers(2)
                .sharedKeys(6)
                .build();
        Interval pairs = Intervals.widened(
                Intervals.sum(10, 10 + 0.75 * 20 + 0.9 * 10, 3, PART), Math.sqrt((1 - 0.25 * 0.1) * 4));
        Interval sharers = Intervals.times(Intervals.sum(6, 6, 1, PART), 2 / (0.1 * 600));

        Interval rate = estimate(count, OptionalLong.of(4000), OptionalLong.of(5000), false)
                .matchRate();

        assertThat(rate.estimate()).isCloseTo(0.1 / (1 + sharers.estimate()), within(EXACT));
        assertThat(rate.low()).isCloseTo(Math.max(0, pairs.low() / 100 / (1 + sharers.high())), within(EXACT));
        assertThat(rate.high()).isCloseTo(pairs.high() / 100, within(EXACT));
    }

    @Test
    void without_a_key_nobody_shares_one() {
        MatchCount count = count().pairs(0)
                .squaresByKey(0)
                .squaresByPerson(0)
                .most(1)
                .keys(0)
                .build();

        Interval rate = estimate(count, OptionalLong.of(4000), OptionalLong.of(5000), false)
                .matchRate();

        assertThat(rate.low()).isZero();
        assertThat(rate.estimate()).isZero();
        assertThat(rate.high())
                .isCloseTo(Intervals.sum(0, 0, 1, PART).high() * Math.sqrt(1 - 0.25 * 0.1) / 100, within(EXACT));
    }

    @Test
    void several_keys_of_one_person_make_fewer_people_than_pairs() {
        MatchCount count = count().linksByKeys(List.of(0L, 60L, 40L)).twins(5).build();
        Interval links = Intervals.times(Intervals.share(100, 1000, OptionalLong.of(2000), PART), 2000);
        Interval present = Intervals.within(Intervals.times(Intervals.sum(5, 5, 1, PART), 2 / (0.5 * 40)), 0, 1);

        Interval size = estimate(count, OptionalLong.of(2000), OptionalLong.of(5000), true)
                .listSize();

        assertThat(present.estimate()).isEqualTo(0.5);
        assertThat(size.estimate()).isCloseTo(200 * (60 + 40 * 0.75) / 100, within(1e-6));
        assertThat(size.low()).isCloseTo(links.low() / (1 + present.high() * 40 / 100), within(1e-6));
        assertThat(size.high()).isCloseTo(links.high() * (1 - present.low() * 40 / 100 / 2), within(1e-6));
    }

    @Test
    void where_no_two_keys_of_one_person_were_seen_each_pair_is_a_person() {
        MatchCount count =
                count().linksByKeys(List.of(0L, 60L, 0L, 40L, 0L)).twins(0).build();

        assertThat(estimate(count, OptionalLong.of(2000), OptionalLong.of(5000), true)
                        .listSize()
                        .estimate())
                .isCloseTo(200, within(1e-6));
    }

    @Test
    void three_keys_weigh_more_than_two() {
        MatchCount count =
                count().linksByKeys(List.of(0L, 60L, 0L, 40L)).twins(10).build();

        assertThat(estimate(count, OptionalLong.of(2000), OptionalLong.of(5000), true)
                        .listSize()
                        .estimate())
                .isCloseTo(200 * (60 + 40 * (1 - 0.125) / (3 * 0.5)) / 100, within(1e-6));
    }

    @Test
    void a_key_of_several_recipients_counts_its_pairs_and_not_its_rows() {
        MatchCount count = count().pairs(120)
                .squaresByKey(200)
                .squaresByPerson(120)
                .most(3)
                .build();

        assertThat(estimate(count, OptionalLong.of(2000), OptionalLong.of(5000), true)
                        .listSize()
                        .estimate())
                .isCloseTo(240, within(1e-6));
    }

    @Test
    void a_forecast_that_read_everything_estimates_nothing_and_says_so() {
        SampleFacts whole = SampleFacts.builder().whole(true).how("").build();
        Trust trust = new Trust(whole, Option.some(whole), SampleBudget.usual());

        assertThat(trust.sentence(1200, OptionalLong.of(1200), 7, OptionalLong.of(7), Option.none(), true))
                .isEqualTo(
                        "Members: read all 1,200 rows. Recipients: read all 7 people. Each row read is known to match or"
                                + " not; nothing is estimated.");
    }

    @Test
    void samples_of_both_sides_say_how_they_were_drawn_and_how_sure_that_is() {
        SampleFacts members =
                SampleFacts.builder().total(2_000_000).how("from the last file").build();
        SampleFacts recipients =
                SampleFacts.builder().total(500).how("in 4 windows").build();
        Trust trust = new Trust(members, Option.some(recipients), SampleBudget.usual());

        assertThat(trust.sentence(1000, OptionalLong.of(2_000_000), 5, OptionalLong.of(500), Option.none(), false))
                .isEqualTo(
                        "Members: read 1,000 of 2,000,000 rows (0.0500%) from the last file. Recipients: read 5 of 500"
                                + " people (1.0%) in 4 windows. Matches are pairs that met by chance in two samples, so a low rate is"
                                + " known roughly only; intervals hold at 95.0%. A key that occurs in several rows counts each time.");
    }

    @Test
    void what_was_drawn_unfairly_or_is_unknown_is_told_with_what_that_means() {
        SampleFacts unfair =
                SampleFacts.builder().fair(false).how("from the start").build();
        Trust trust = new Trust(unfair, Option.some(unfair), SampleBudget.usual());

        assertThat(trust.sentence(10, UNKNOWN, 5, UNKNOWN, Option.none(), false))
                .startsWith("Members: read 10 rows from the start. Recipients: read 5 people from the start.")
                .endsWith(
                        " Members were not drawn by chance: if those read differ from the others, the truth may lie outside"
                                + " the intervals. Recipients were not drawn by chance: if those read differ from the others, the"
                                + " truth may lie outside the intervals. How many members there are is unknown, so the list's size"
                                + " has no upper limit. How many recipients there are is unknown, so the rate has no upper limit. A"
                                + " key that occurs in several rows counts each time.");
    }

    @Test
    void recipients_who_were_looked_up_are_not_missed_whoever_else_was_read() {
        SampleFacts members = SampleFacts.builder()
                .total(100)
                .totalError(0.2)
                .how("from the last file")
                .build();
        SampleFacts unfair =
                SampleFacts.builder().fair(false).how("from the start").build();

        assertThat(new Trust(members, Option.some(unfair), SampleBudget.usual())
                        .sentence(10, OptionalLong.of(100), 5, UNKNOWN, Option.some(1000L), false))
                .isEqualTo(
                        "Members: read 10 of 100 rows (10.0%) from the last file. Recipients: 1,000 of those keys were looked"
                                + " up, so that nobody who has one is missed. For near misses also read 5 people from the start. Each row"
                                + " read is known to match or not; intervals hold at 95.0%. How many members there are is itself"
                                + " estimated, to within 20.0%. A key that occurs in several rows counts each time.");
        assertThat(new Trust(members, Option.none(), SampleBudget.usual())
                        .sentence(10, OptionalLong.of(100), 0, UNKNOWN, Option.some(1000L), false))
                .doesNotContain("near misses")
                .doesNotContain("no upper limit");
    }

    @Test
    void what_was_read_whole_has_no_caveat() {
        SampleFacts whole = SampleFacts.builder()
                .whole(true)
                .fair(false)
                .total(5)
                .totalError(0.5)
                .how("")
                .build();

        assertThat(new Trust(whole, Option.some(whole), SampleBudget.usual())
                        .sentence(5, OptionalLong.of(5), 5, UNKNOWN, Option.none(), false))
                .isEqualTo(
                        "Members: read all 5 rows. Recipients: read all 5 people. Each row read is known to match or not;"
                                + " intervals hold at 95.0%.");
    }

    private static MatchEstimate estimate(
            MatchCount count, OptionalLong members, OptionalLong recipients, boolean everybody) {
        return new MatchEstimate(count, members, recipients, everybody, CONFIDENCE);
    }

    /** 1,000 rows of members, of which 100 match one each of 90 people among 500. */
    private static MatchCount.Builder count() {
        return MatchCount.builder()
                .rows(1000)
                .tried(1000)
                .matched(100)
                .pairs(100)
                .squaresByKey(100)
                .squaresByPerson(100)
                .most(1)
                .linksByKeys(List.of(0L, 100L))
                .twins(0)
                .people(500)
                .hitPeople(90)
                .keys(600)
                .sharedKeys(0)
                .spreadOfMembers(1)
                .spreadOfPeople(1);
    }
}
