// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.usecase.PlannedIfNewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingRunsTest {
    @ParameterizedTest
    @EnumSource(RunState.class)
    void a_state_says_whether_members_were_handed_over_and_whether_the_run_goes_on_by_itself(RunState state) {
        assertThat(state.isDelivered())
                .isEqualTo(List.of(RunState.DELIVERED, RunState.STORED, RunState.VISIBLE)
                        .contains(state));
        assertThat(state.isWaiting())
                .isEqualTo(List.of(RunState.AWAITING_TRAIT, RunState.AWAITING_FILE, RunState.AWAITING_WORKFLOW)
                        .contains(state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r",
                "7",
                "20261126-share-1",
                "A-",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void a_run_id_can_be_part_of_a_file_name_and_prints_itself(String id) {
        assertThat(new RunId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-r",
                "a/b",
                "a.b",
                "a b",
                "a2345678901234567890123456789012345678901234567890123456789012345"
            })
    void what_could_not_be_part_of_a_file_name_is_no_run_id(String id) {
        assertThatThrownBy(() -> new RunId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Run id '" + id + "' must be 1 to 64 letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource({"120, 90", "4, 3", "1, 0.75"})
    void a_member_is_renewed_in_the_last_quarter_of_its_time(long days, double threeQuarters) {
        Instant now = Instant.parse("2026-11-26T08:30:00Z");

        assertThat(Renewal.sentBefore(now, Duration.ofDays(days)))
                .isEqualTo(now.minusSeconds(Math.round(threeQuarters * 86_400)));
    }

    @Test
    void what_no_live_audience_needs_is_kept_for_a_year_and_a_month() {
        RetentionPolicy policy = RetentionPolicy.standard();

        assertThat(policy.runs()).isEqualTo(Duration.ofDays(400));
        assertThat(policy.memberships()).isEqualTo(Duration.ofDays(400));
        assertThat(policy.recipientIndexes()).isEqualTo(Duration.ofDays(30));
        assertThat(policy.leftOvers()).isEqualTo(Duration.ofDays(1));
        assertThat(RetentionPolicy.violations(policy)).isEmpty();
    }

    @Test
    void the_shortest_times_that_things_at_work_allow_are_allowed() {
        RetentionPolicy shortest = RetentionPolicy.builder()
                .runs(Duration.ofDays(1))
                .memberships(Duration.ofDays(1))
                .recipientIndexes(Duration.ZERO)
                .leftOvers(Duration.ofHours(1))
                .build();

        assertThat(RetentionPolicy.violations(shortest)).isEmpty();
    }

    @Test
    void shorter_times_are_all_told_at_once() {
        RetentionPolicy tooShort = RetentionPolicy.builder()
                .runs(Duration.ofHours(23))
                .memberships(Duration.ofHours(22))
                .recipientIndexes(Duration.ofSeconds(-1))
                .leftOvers(Duration.ofMinutes(59))
                .build();

        assertThat(RetentionPolicy.violations(tooShort))
                .containsExactly(
                        new Violation("policy.runs", "PT23H must be at least PT24H, since things at work need them"),
                        new Violation(
                                "policy.memberships", "PT22H must be at least PT24H, since things at work need them"),
                        new Violation(
                                "policy.recipientIndexes",
                                "PT-1S must be at least PT0S, since things at work need them"),
                        new Violation(
                                "policy.leftOvers", "PT59M must be at least PT1H, since things at work need them"));
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_CLICK, UNKNOWN", "LOGIN, AUTHENTICATED", "LOGOUT, LOGGED_OUT"})
    void how_a_link_came_to_be_known_decides_its_state(LinkOrigin origin, LinkState state) {
        assertThat(origin.state()).isEqualTo(state);
    }

    @Test
    void an_opt_out_is_complete_when_every_leg_is_done() {
        assertThat(new OptOutReceipt(List.of(leg(OptOutLeg.State.DONE), leg(OptOutLeg.State.DONE))).isComplete())
                .isTrue();
        assertThat(new OptOutReceipt(List.of(leg(OptOutLeg.State.DONE), leg(OptOutLeg.State.PENDING))).isComplete())
                .isFalse();
        assertThat(new OptOutReceipt(List.of(leg(OptOutLeg.State.FAILED))).isComplete())
                .isFalse();
    }

    @Test
    void a_receipt_of_an_opt_out_stays_as_it_was_made() {
        List<OptOutLeg> legs = new ArrayList<>(List.of(leg(OptOutLeg.State.DONE)));
        OptOutReceipt receipt = new OptOutReceipt(legs);

        legs.clear();

        assertThat(receipt.legs()).hasSize(1);
    }

    @Test
    void a_standing_sharing_that_ran_tells_why_and_which_days_are_missing() {
        Receipt receipt = Receipt.builder()
                .run(new RunId("r-1"))
                .state(RunState.DELIVERED)
                .build();
        List<LocalDate> missing = List.of(LocalDate.of(2026, 11, 25));

        assertThat(new PlannedIfNewer.Begin(receipt.run(), "A newer file is there", missing).ran(receipt))
                .isEqualTo(new IfNewer.Ran(receipt, "A newer file is there", missing));
    }

    private static OptOutLeg leg(OptOutLeg.State state) {
        return OptOutLeg.builder()
                .kind(OptOutLeg.Kind.TELL)
                .at("experience-cloud")
                .state(state)
                .count(1)
                .build();
    }
}
