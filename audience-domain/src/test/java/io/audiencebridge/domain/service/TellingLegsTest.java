// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a timeline says of each leg of a share, out of its record alone. */
class TellingLegsTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2026-11-01T06:00:00Z");
    private static final FreshnessPolicy POLICY = FreshnessPolicy.documented();

    @Test
    void a_share_that_is_being_prepared_is_under_way_and_all_behind_is_ahead() {
        Seq<TimelineLeg> legs = share(RunState.PREPARING, STARTED, Map.of());

        assertThat(told(legs))
                .containsExactly(
                        "planned PASSED",
                        "handed-over UNDER_WAY",
                        "file-accepted AHEAD",
                        "rows-stored AHEAD",
                        "trait-population AHEAD",
                        "segment-population AHEAD",
                        "library-display AHEAD");
        assertThat(legs.head().seen()).contains(STARTED);
        assertThat(leg(legs, "file-accepted").window()).isEmpty();
    }

    @Test
    void a_delivered_share_has_a_window_for_each_leg_that_nobody_has_seen_yet() {
        Seq<TimelineLeg> legs = share(RunState.DELIVERED, DELIVERED, sent());

        assertThat(told(legs))
                .containsExactly(
                        "planned PASSED",
                        "handed-over PASSED",
                        "file-accepted UNSEEN",
                        "rows-stored UNSEEN",
                        "trait-population UNSEEN",
                        "segment-population UNSEEN",
                        "library-display UNSEEN");
        TimelineLeg handed = leg(legs, "handed-over");
        assertThat(handed.seen()).contains(DELIVERED);
        assertThat(handed.told()).isEqualTo("2 files");
        assertThat(leg(legs, "file-accepted").told()).isEqualTo("The system has not been asked, or does not tell");
        assertThat(leg(legs, "file-accepted").window())
                .contains(POLICY.window(DELIVERED, FreshnessLeg.FILE_TO_AUDIENCE_MANAGER));
        assertThat(leg(legs, "library-display").window())
                .contains(POLICY.window(
                        DELIVERED, Vector.of(FreshnessLeg.FILE_TO_AUDIENCE_MANAGER, FreshnessLeg.LIBRARY_DISPLAY)));
    }

    @Test
    void one_file_is_no_plural() {
        Map<String, String> facts = sent();
        facts.put("files", "a.sync.gz");

        assertThat(leg(share(RunState.DELIVERED, DELIVERED, facts), "handed-over")
                        .told())
                .isEqualTo("1 file");
    }

    @Test
    void a_share_that_found_nobody_new_ends_with_the_file_that_was_not_written() {
        Map<String, String> facts = sent();
        facts.put("export.rows", "0");
        facts.remove("files");

        Seq<TimelineLeg> legs = share(RunState.DELIVERED, DELIVERED, facts);

        assertThat(told(legs)).containsExactly("planned PASSED", "handed-over PASSED");
        assertThat(legs.last().told()).isEqualTo("Nobody is new, so no file was written");
    }

    @ParameterizedTest
    @CsvSource({"PT59H, UNDER_WAY", "PT60H, LATE"})
    void what_the_system_was_asked_for_is_late_once_its_window_says_so(Duration later, State state) {
        RunRecord waiting = RunRecord.builder()
                .from(record(RunState.DELIVERED, DELIVERED, sent()))
                .waiting(new Waiting(DELIVERED.plusSeconds(60), "its history does not know the file yet"))
                .build();

        Seq<TimelineLeg> legs = new ShareLegs(new LegClock(waiting, POLICY, DELIVERED.plus(later))).all();

        assertThat(leg(legs, "file-accepted").state()).isEqualTo(state);
        assertThat(leg(legs, "file-accepted").told()).isEqualTo("its history does not know the file yet");
        assertThat(leg(legs, "rows-stored").state()).isEqualTo(State.AHEAD);
    }

    @Test
    void stored_rows_are_told_with_what_was_rejected_and_why() {
        Map<String, String> facts = sent();
        facts.putAll(stored(9, 6));
        facts.put("stored.rejected.no such trait", "1");
        facts.put("stored.rejected.invalid id", "2");

        Seq<TimelineLeg> legs = share(RunState.STORED, DELIVERED, facts);

        assertThat(leg(legs, "file-accepted").state()).isEqualTo(State.PASSED);
        assertThat(leg(legs, "file-accepted").seen()).contains(DELIVERED.plusSeconds(3600));
        assertThat(leg(legs, "file-accepted").told()).isEqualTo("Its history knows the file");
        assertThat(leg(legs, "rows-stored").state()).isEqualTo(State.PASSED);
        assertThat(leg(legs, "rows-stored").told())
                .isEqualTo("6 of 9 rows were stored; rejected were 3: invalid id 2, no such trait 1");
    }

    @ParameterizedTest
    @CsvSource({"9, 0, STUCK", "9, 1, PASSED", "0, 0, PASSED"})
    void if_none_of_the_rows_was_stored_the_run_is_stuck_there(long sent, long stored, State state) {
        Map<String, String> facts = sent();
        facts.putAll(stored(sent, stored));

        TimelineLeg leg = leg(share(RunState.STORED, DELIVERED, facts), "rows-stored");

        assertThat(leg.state()).isEqualTo(state);
        assertThat(leg.told()).isEqualTo(stored + " of " + sent + " rows were stored");
        assertThat(leg.window()).isPresent();
    }

    @Test
    void a_file_that_was_refused_as_a_whole_is_stuck_where_it_was_handed_over() {
        Map<String, String> facts = sent();
        facts.put("refused.handedOver", DELIVERED.toString());
        facts.put("notices", "first\nThe file is no file");

        Seq<TimelineLeg> legs = share(RunState.FAILED, DELIVERED, facts);

        assertThat(leg(legs, "handed-over").state()).isEqualTo(State.PASSED);
        assertThat(leg(legs, "file-accepted").state()).isEqualTo(State.STUCK);
        assertThat(leg(legs, "file-accepted").told()).isEqualTo("The file is no file");
        assertThat(leg(legs, "rows-stored").state()).isEqualTo(State.AHEAD);
    }

    @Test
    void a_count_that_was_looked_at_is_under_way_until_it_shows_members() {
        Map<String, String> facts = sent();
        facts.put("count.trait-population.first", "7");
        facts.put("count.trait-population.told", "7 counted");
        facts.put("seen.segment-population", DELIVERED.plusSeconds(9).toString());
        facts.put("count.segment-population.told", "8 counted");

        Seq<TimelineLeg> legs = share(RunState.DELIVERED, DELIVERED, facts);

        assertThat(leg(legs, "trait-population").state()).isEqualTo(State.UNDER_WAY);
        assertThat(leg(legs, "trait-population").told()).isEqualTo("7 counted");
        assertThat(leg(legs, "segment-population").state()).isEqualTo(State.PASSED);
        assertThat(leg(legs, "segment-population").seen()).contains(DELIVERED.plusSeconds(9));
        assertThat(leg(legs, "segment-population").told()).isEqualTo("8 counted");
        assertThat(leg(legs, "library-display").state()).isEqualTo(State.AHEAD);
    }

    @Test
    void a_new_trait_is_live_at_its_time_or_when_the_file_was_handed_over() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "share"));
        facts.put("audience.notBefore", STARTED.plusSeconds(100).toString());
        facts.put("audience.notBefore.because", "the trait is new");

        Seq<TimelineLeg> before = share(RunState.AWAITING_TRAIT, STARTED.plusSeconds(99), facts);
        Seq<TimelineLeg> then = share(RunState.AWAITING_TRAIT, STARTED.plusSeconds(100), facts);
        facts.putAll(sent());
        Seq<TimelineLeg> delivered = share(RunState.DELIVERED, STARTED.plusSeconds(99), facts);

        assertThat(leg(before, "trait-live").state()).isEqualTo(State.UNDER_WAY);
        assertThat(leg(before, "trait-live").told()).isEqualTo("the trait is new");
        assertThat(leg(before, "trait-live").window())
                .map(FreshnessWindow::late)
                .contains(STARTED.plusSeconds(100));
        assertThat(leg(then, "trait-live").state()).isEqualTo(State.PASSED);
        assertThat(leg(then, "trait-live").seen()).contains(STARTED.plusSeconds(100));
        assertThat(leg(delivered, "trait-live").state()).isEqualTo(State.PASSED);
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void a_run_is_stuck_if_it_will_not_go_on_by_itself(RunState state) {
        LegClock clock = new LegClock(record(state, STARTED, Map.of()), POLICY, STARTED);
        boolean stuck = state == RunState.FAILED || state == RunState.CANCELLED || state == RunState.REFUSED;

        assertThat(clock.isStuck()).isEqualTo(stuck);
        assertThat(clock.ofRun()).isEqualTo(stuck ? State.STUCK : State.UNDER_WAY);
    }

    @Test
    void why_a_run_stands_is_what_it_waits_for_else_its_last_notice_else_its_state() {
        assertThat(because(RunState.FAILED, "")).isEqualTo("The run failed; resume it");
        assertThat(because(RunState.FAILED, "a\nb")).isEqualTo("b");
        assertThat(because(RunState.CANCELLED, "a")).isEqualTo("The run was cancelled; resume it");
        assertThat(because(RunState.REFUSED, "")).isEqualTo("The request could not be carried out as it stood");
        assertThat(because(RunState.REFUSED, "a")).isEqualTo("a");
        assertThat(because(RunState.PREPARING, "a")).isEmpty();
        RunRecord waiting = RunRecord.builder()
                .from(record(RunState.FAILED, STARTED, Map.of("notices", "a")))
                .waiting(Optional.of(new Waiting(STARTED, "the file")))
                .build();
        assertThat(new LegClock(waiting, POLICY, STARTED).because()).isEqualTo("the file");
    }

    private static String because(RunState state, String notices) {
        return new LegClock(record(state, STARTED, Map.of("notices", notices)), POLICY, STARTED).because();
    }

    private static Map<String, String> sent() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "share", "files", "a.sync.gz\nb.sync.gz"));
        facts.put("delivered", DELIVERED.toString());
        facts.putAll(Map.of("export.read", "9", "export.shared", "9", "export.alreadyShared", "0", "export.rows", "9"));
        facts.putAll(Map.of("export.optedOut", "0", "export.invalid", "0"));
        facts.putAll(Map.of("export.noVisitorId", "0", "export.noDeclaredId", "0"));
        return facts;
    }

    private static Map<String, String> stored(long sent, long stored) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("stored.sent", Long.toString(sent));
        facts.put("stored.received", Long.toString(sent));
        facts.put("stored.stored", Long.toString(stored));
        facts.put("stored.realized", "0");
        facts.put("stored.ended", DELIVERED.plusSeconds(3600).toString());
        return facts;
    }

    private static Seq<TimelineLeg> share(RunState state, Instant now, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("kind", "share");
        return new ShareLegs(new LegClock(record(state, DELIVERED, all), POLICY, now)).all();
    }

    private static RunRecord record(RunState state, Instant updated, Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(state)
                .started(STARTED)
                .updated(updated)
                .facts(facts)
                .build();
    }

    private static Seq<String> told(Seq<TimelineLeg> legs) {
        return legs.map(leg -> leg.name() + " " + leg.state());
    }

    private static TimelineLeg leg(Seq<TimelineLeg> legs, String name) {
        return legs.find(leg -> leg.name().equals(name)).get();
    }
}
