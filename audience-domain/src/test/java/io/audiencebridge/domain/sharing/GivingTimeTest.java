// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Golden cases L1 and L2, and the rules behind them. */
class GivingTimeTest {
    private static final Instant START = Instant.parse("2026-11-26T08:30:00Z");
    private static final FreshnessPolicy DOCUMENTED = FreshnessPolicy.documented();

    @Test
    void l1_a_segment_of_analytics_is_visible_in_campaign_between_36_and_60_hours() {
        FreshnessWindow window = DOCUMENTED.window(START, FreshnessPolicy.ANALYTICS_TO_CAMPAIGN);

        assertThat(window.earliest()).isEqualTo(START.plus(Duration.ofHours(36)));
        assertThat(window.latest()).isEqualTo(START.plus(Duration.ofHours(60)));
        assertThat(window.expected()).isBetween(window.earliest(), window.latest());
        assertThat(window.late()).isEqualTo(START.plus(Duration.ofHours(75)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T01:00:00Z, 1, 47",
        "2026-11-26T23:00:00Z, 1, 25",
        "2026-11-26T00:00:00Z, 1, 48",
        "2026-11-26T12:00:00Z, 2, 60",
        "2028-02-28T18:00:00Z, 1, 30",
        "2026-11-26T23:00:00Z, 120, 2881"
    })
    void l2_a_trait_of_n_days_lasts_to_the_end_of_the_day_and_n_days_more(Instant hit, int days, long hours) {
        Expiry expiry = Expiring.membership(hit, Duration.ofDays(days));

        assertThat(expiry).isEqualTo(new Expiry(Expiring.MEMBERSHIP, hit.plus(Duration.ofHours(hours))));
    }

    @ParameterizedTest
    @EnumSource(FreshnessLeg.class)
    void every_leg_goes_from_earliest_to_late(FreshnessLeg leg) {
        FreshnessWindow window = DOCUMENTED.window(START, leg);

        assertThat(List.of(window.earliest(), window.expected(), window.latest(), window.late()))
                .isSorted();
        assertThat(window.isLate(window.late().minusNanos(1))).isFalse();
        assertThat(window.isLate(window.late())).isTrue();
    }

    @Test
    void a_leg_takes_the_time_that_the_caller_knows() {
        FreshnessPolicy policy = FreshnessPolicy.builder()
                .putSpans(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER, FreshnessSpan.ofHours(1, 2, 4))
                .tolerancePercent(50)
                .build();

        assertThat(policy.window(START, FreshnessLeg.FILE_TO_AUDIENCE_MANAGER))
                .isEqualTo(new FreshnessWindow(
                        START.plus(Duration.ofHours(1)),
                        START.plus(Duration.ofHours(2)),
                        START.plus(Duration.ofHours(4)),
                        START.plus(Duration.ofHours(6))));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "1, 3, 2", "-1, 0, 1"})
    void a_span_out_of_order_is_none(long earliest, long expected, long latest) {
        assertThatThrownBy(() -> FreshnessSpan.ofHours(earliest, expected, latest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("earliest, expected, latest");
    }

    @ParameterizedTest
    @CsvSource({
        "VISITOR_PROFILE, 2027-03-26T08:30:00Z",
        "ID_MAPPING, 2027-03-26T08:30:00Z",
        "RAW_LOGS, 2027-01-25T08:30:00Z",
        "DECLARED_PROFILE, 2028-11-26T08:30:00Z",
        "INBOUND_FILE, 2026-12-26T08:30:00Z",
        "OUTBOUND_FILE, 2026-12-04T08:30:00Z",
        "PLATFORM_EXIT, 2026-12-26T08:30:00Z"
    })
    void things_end_by_the_documented_calendar(Expiring what, Instant end) {
        assertThat(what.from(START)).isEqualTo(new Expiry(what, end));
    }

    @ParameterizedTest
    @EnumSource(Expiring.class)
    void whatever_ends_by_itself_says_what_that_means_for_people(Expiring what) {
        assertThat(what.meaning()).matches("[a-z].*[^.]");
    }

    @Test
    void by_the_documents_a_member_is_late_a_quarter_of_the_longest_time_after_it() {
        FreshnessPolicy policy = FreshnessPolicy.documented();

        assertThat(policy.tolerancePercent()).isEqualTo(25);
        assertThat(policy.span(FreshnessLeg.POPULATION)).isEqualTo(FreshnessSpan.ofHours(24, 36, 48));
        assertThat(policy.window(START, FreshnessLeg.POPULATION).late()).isEqualTo(START.plus(Duration.ofHours(60)));
    }

    @Test
    void a_span_may_take_no_time_at_all_and_always_the_same() {
        FreshnessSpan none = FreshnessSpan.ofHours(0, 0, 0);

        assertThat(none.from(START, 25)).isEqualTo(new FreshnessWindow(START, START, START, START));
    }
}
