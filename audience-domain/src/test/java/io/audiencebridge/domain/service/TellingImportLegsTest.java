// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a timeline says of the legs of imports and of the system's own workflows, out of a record alone. */
class TellingImportLegsTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2026-11-01T06:00:00Z");
    private static final FreshnessPolicy POLICY = FreshnessPolicy.documented();

    @Test
    void an_import_that_awaits_its_file_is_late_by_its_window_and_the_rest_is_ahead() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import"));
        Instant late = POLICY.window(STARTED, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN)
                .late();

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
        assertThat(leg(imported(RunState.DELIVERED, DELIVERED, facts), "members-arrived")
                        .told())
                .isEqualTo("2 deliveries applied; 5 members");
    }

    @Test
    void members_have_arrived_once_the_way_to_match_them_is_chosen() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "import"));
        assertThat(leg(imported(RunState.PREPARING, STARTED, facts), "members-arrived")
                        .state())
                .isEqualTo(State.UNDER_WAY);
        assertThat(leg(imported(RunState.TRANSFERRING, STARTED, facts), "members-arrived")
                        .state())
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
        assertThat(leg(imported(RunState.TRANSFERRING, STARTED, facts), "export-arrived")
                        .told())
                .isEqualTo("2 exports");
    }

    @Test
    void a_workflow_is_ordered_then_done_and_nobody_tells_when_its_members_show() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "share", "route", "SYSTEM"));
        assertThat(told(workflow(RunState.PREPARING, STARTED, facts)))
                .containsExactly(
                        "planned PASSED", "workflow-ordered UNDER_WAY", "workflow-done AHEAD", "visible AHEAD");

        facts.put("ordered.at", STARTED.plusSeconds(5).toString());
        Seq<TimelineLeg> ordered = workflow(RunState.AWAITING_WORKFLOW, STARTED, facts);
        assertThat(leg(ordered, "workflow-ordered").seen()).contains(STARTED.plusSeconds(5));
        assertThat(leg(ordered, "workflow-ordered").told()).isEqualTo("By the system's own clock");
        assertThat(leg(ordered, "workflow-done").state()).isEqualTo(State.UNDER_WAY);
        Instant late = POLICY.window(STARTED, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN)
                .late();
        assertThat(leg(workflow(RunState.AWAITING_WORKFLOW, late, facts), "workflow-done")
                        .state())
                .isEqualTo(State.LATE);
        assertThat(leg(workflow(RunState.FAILED, late, facts), "workflow-done").state())
                .isEqualTo(State.STUCK);

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

        assertThat(leg(workflow(RunState.DELIVERED, DELIVERED, facts), "workflow-done")
                        .told())
                .isEqualTo(told);
    }

    @Test
    void a_synchronisation_has_one_leg_to_pass() {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", "sync", "delivered", DELIVERED.toString()));

        Seq<TimelineLeg> done = sync(RunState.DELIVERED, facts);
        facts.put("notices", "The ids were refused");
        Seq<TimelineLeg> failed = sync(RunState.FAILED, facts);

        assertThat(told(done)).containsExactly("planned PASSED", "handed-over PASSED");
        assertThat(leg(done, "handed-over").seen()).contains(DELIVERED);
        assertThat(told(failed)).containsExactly("planned PASSED", "handed-over STUCK");
        assertThat(leg(failed, "handed-over").told()).isEqualTo("The ids were refused");
    }

    private static Seq<TimelineLeg> sync(RunState state, Map<String, String> facts) {
        return new SyncLegs(new LegClock(record(state, DELIVERED, facts), POLICY, DELIVERED)).all();
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
