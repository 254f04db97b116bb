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

/** What a timeline says of each leg of a run's way, out of its record alone. */
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

        assertThat(leg(share(RunState.DELIVERED, DELIVERED, facts), "handed-over").told())
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
        assertThat(leg(before, "trait-live").window()).map(FreshnessWindow::late).contains(STARTED.plusSeconds(100));
        assertThat(leg(then, "trait-live").state()).isEqualTo(State.PASSED);
        assertThat(leg(then, "trait-live").seen()).contains(STARTED.plusSeconds(100));
        assertThat(leg(delivered, "trait-live").state()).isEqualTo(State.PASSED);
    }

    @Test
    void an_import_that_awaits_its_file_is_late_by_its_window_and_the_rest_is_ahead() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import"));
        Instant late = POLICY.window(STARTED, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN).late();

        Seq<TimelineLeg> legs = imported(RunState.AWAITING_FILE, late, facts);

        assertThat(told(legs))
                .containsExactly("planned PASSED", "members-arrived LATE", "matched AHEAD", "list-refreshed AHEAD");
        assertThat(leg(imported(RunState.AWAITING_FILE, late.minusSeconds(1), facts), "members-arrived")
                        .state())
                .isEqualTo(State.UNDER_WAY);
    }

    @Test
    void an_import_that_is_done_tells_its_deliveries_its_matches_and_its_list() {
        Map<String, String> facts = imported();
        facts.put("membership.deliveries", "1");

        Seq<TimelineLeg> legs = imported(RunState.DELIVERED, DELIVERED, facts);

        assertThat(told(legs))
                .containsExactly("planned PASSED", "members-arrived PASSED", "matched PASSED", "list-refreshed PASSED");
        assertThat(leg(legs, "members-arrived").told()).isEqualTo("1 delivery applied; 5 members");
        assertThat(leg(legs, "matched").told()).isEqualTo("2 of 4 rows matched");
        assertThat(leg(legs, "list-refreshed").told()).isEqualTo("3 people; 2 added, 1 removed");
        assertThat(leg(legs, "list-refreshed").seen()).contains(DELIVERED);
        facts.put("membership.deliveries", "2");
        assertThat(leg(imported(RunState.DELIVERED, DELIVERED, facts), "members-arrived").told())
                .isEqualTo("2 deliveries applied; 5 members");
    }

    @Test
    void members_have_arrived_once_the_way_to_match_them_is_chosen() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import"));
        assertThat(leg(imported(RunState.PREPARING, STARTED, facts), "members-arrived").state())
                .isEqualTo(State.UNDER_WAY);
        assertThat(leg(imported(RunState.TRANSFERRING, STARTED, facts), "members-arrived").state())
                .isEqualTo(State.PASSED);

        facts.putAll(Map.of("match.route", "SCAN", "match.because", "b"));

        Seq<TimelineLeg> legs = imported(RunState.AWAITING_WORKFLOW, STARTED, facts);
        assertThat(leg(legs, "members-arrived").state()).isEqualTo(State.PASSED);
        assertThat(leg(legs, "matched").state()).isEqualTo(State.UNDER_WAY);
    }

    @Test
    void what_platform_exported_is_applied_before_it_is_matched() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "receive"));
        assertThat(told(imported(RunState.PREPARING, STARTED, facts)))
                .containsExactly(
                        "planned PASSED",
                        "export-arrived UNDER_WAY",
                        "events-applied AHEAD",
                        "matched AHEAD",
                        "list-refreshed AHEAD");

        facts.putAll(Map.of("events.exports", "1", "events.read", "5", "events.realized", "3", "events.exited", "2"));
        facts.putAll(Map.of("events.stale", "0", "events.conflicting", "0", "events.invalid", "0"));
        Seq<TimelineLeg> legs = imported(RunState.TRANSFERRING, STARTED, facts);

        assertThat(leg(legs, "export-arrived").told()).isEqualTo("1 export");
        assertThat(leg(legs, "export-arrived").window())
                .contains(POLICY.window(STARTED, FreshnessLeg.PLATFORM_TO_FILE));
        assertThat(leg(legs, "events-applied").told()).isEqualTo("3 entered, 2 left");
        facts.put("events.exports", "2");
        assertThat(leg(imported(RunState.TRANSFERRING, STARTED, facts), "export-arrived").told())
                .isEqualTo("2 exports");
    }

    @Test
    void a_workflow_is_ordered_then_done_and_nobody_tells_when_its_members_show() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "share", "route", "SYSTEM"));
        assertThat(told(workflow(RunState.PREPARING, STARTED, facts)))
                .containsExactly("planned PASSED", "workflow-ordered UNDER_WAY", "workflow-done AHEAD", "visible AHEAD");

        facts.put("ordered.at", STARTED.plusSeconds(5).toString());
        Seq<TimelineLeg> ordered = workflow(RunState.AWAITING_WORKFLOW, STARTED, facts);
        assertThat(leg(ordered, "workflow-ordered").seen()).contains(STARTED.plusSeconds(5));
        assertThat(leg(ordered, "workflow-ordered").told()).isEqualTo("By the system's own clock");
        assertThat(leg(ordered, "workflow-done").state()).isEqualTo(State.UNDER_WAY);
        Instant late = POLICY.window(STARTED, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN).late();
        assertThat(leg(workflow(RunState.AWAITING_WORKFLOW, late, facts), "workflow-done").state())
                .isEqualTo(State.LATE);
        assertThat(leg(workflow(RunState.FAILED, late, facts), "workflow-done").state()).isEqualTo(State.STUCK);

        facts.put("workflow.ended", DELIVERED.toString());
        Seq<TimelineLeg> done = workflow(RunState.DELIVERED, DELIVERED, facts);
        assertThat(leg(done, "workflow-done").seen()).contains(DELIVERED);
        assertThat(leg(done, "workflow-done").told()).isEmpty();
        assertThat(leg(done, "visible").state()).isEqualTo(State.UNSEEN);
        assertThat(leg(done, "visible").told())
                .isEqualTo("No call tells who among an audience's members came by this run");
        assertThat(leg(done, "visible").window())
                .contains(POLICY.window(DELIVERED, FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER));
        facts.put("kind", "import");
        assertThat(told(workflow(RunState.DELIVERED, DELIVERED, facts)))
                .as("an import can be seen at once")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"17| |17 people carried", " |4|4 left out", "17|4|17 people carried, 4 left out"})
    void a_workflow_tells_whom_it_carried_as_far_as_the_system_does(String result, String complement, String told) {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import", "route", "SYSTEM"));
        facts.put("ordered.at", STARTED.toString());
        facts.put("workflow.ended", DELIVERED.toString());
        if (result != null) {
            facts.put("workflow.result", result);
        }
        if (complement != null) {
            facts.put("workflow.complement", complement);
        }

        assertThat(leg(workflow(RunState.DELIVERED, DELIVERED, facts), "workflow-done").told())
                .isEqualTo(told);
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

    private static Map<String, String> imported() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import", "delivered", DELIVERED.toString()));
        facts.putAll(Map.of("import.read", "4", "import.matched", "2", "import.ambiguous", "1"));
        facts.putAll(Map.of("import.unmatched", "1", "import.invalid", "0", "import.duplicate", "0"));
        facts.putAll(Map.of("import.suppressed", "0", "import.links", "4", "import.collapsed", "1"));
        facts.putAll(Map.of("import.listSize", "3", "import.added", "2", "import.kept", "1", "import.removed", "1"));
        facts.putAll(Map.of("membership.entered", "5", "membership.again", "0", "membership.left", "0"));
        facts.put("membership.members", "5");
        return facts;
    }

    private static Seq<TimelineLeg> share(RunState state, Instant now, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("kind", "share");
        return new ShareLegs(new LegClock(record(state, DELIVERED, all), POLICY, now)).all();
    }

    private static Seq<TimelineLeg> imported(RunState state, Instant now, Map<String, String> facts) {
        return new ImportLegs(new LegClock(record(state, DELIVERED, facts), POLICY, now)).all();
    }

    private static Seq<TimelineLeg> workflow(RunState state, Instant now, Map<String, String> facts) {
        return new WorkflowLegs(new LegClock(record(state, DELIVERED, facts), POLICY, now)).all();
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
