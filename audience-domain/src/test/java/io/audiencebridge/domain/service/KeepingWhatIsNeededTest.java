// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.RetentionPolicy;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.KeptThing.Kind;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a purge deletes: never what a live audience needs (SEMANTICS S6, S14, S15), on the day after its time at the latest. */
class KeepingWhatIsNeededTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final AudienceRef AUDIENCE = new AudienceRef(new ConnectionName("cloud"), "7");
    private static final RetentionPolicy POLICY = RetentionPolicy.builder()
            .runs(Duration.ofDays(100))
            .memberships(Duration.ofDays(50))
            .recipientIndexes(Duration.ofDays(30))
            .leftOvers(Duration.ofDays(1))
            .build();

    @Test
    void a_run_goes_when_it_ended_longer_ago_than_runs_are_kept() {
        assertThat(because(thing(Kind.RUN, 0), run(RunState.DELIVERED, 100))).isEmpty();
        assertThat(because(thing(Kind.RUN, 0), run(RunState.DELIVERED, 101))).contains("it ended 101 days ago");
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void a_run_that_waits_or_is_at_work_stays_for_ever(RunState state) {
        boolean over = state.isDelivered()
                || state == RunState.REFUSED
                || state == RunState.FAILED
                || state == RunState.CANCELLED;

        assertThat(because(thing(Kind.RUN, 9999), run(state, 9999)).isPresent()).isEqualTo(over);
        assertThat(because(thing(Kind.SHARED_KEYS, 9999), run(state, 9999, "audience.timeToLive", "PT1H"))
                        .isPresent())
                .isEqualTo(over);
    }

    @Test
    void a_run_whose_keys_are_still_shared_stays_since_the_ledger_asks_for_its_record() {
        RunRecord run = run(RunState.DELIVERED, 101);
        KeptThing keys = thing(Kind.SHARED_KEYS, 101);
        RetentionRules rules = rules(request(), run, thing(Kind.RUN, 0), keys);

        assertThat(rules.because(keys).toJavaOptional()).isEmpty();
        assertThat(rules.because(thing(Kind.RUN, 0)).toJavaOptional()).isEmpty();
    }

    @Test
    void shared_keys_go_when_the_audience_has_forgotten_their_members() {
        RunRecord run = run(RunState.DELIVERED, 40, "audience.timeToLive", "P30D");
        RunRecord fresh = run(RunState.DELIVERED, 30, "audience.timeToLive", "P30D");

        assertThat(because(thing(Kind.SHARED_KEYS, 0), run))
                .contains("the audience forgot these members; they were sent 40 days ago");
        assertThat(because(thing(Kind.SHARED_KEYS, 0), fresh)).isEmpty();
        assertThat(because(thing(Kind.SHARED_KEYS, 0), run(RunState.DELIVERED, 9999)))
                .as("of an audience that never forgets")
                .isEmpty();
    }

    @Test
    void synchronised_ids_are_forgotten_after_120_days() {
        assertThat(because(thing(Kind.SHARED_KEYS, 0), run(RunState.DELIVERED, 120, "kind", "sync")))
                .isEmpty();
        assertThat(because(thing(Kind.SHARED_KEYS, 0), run(RunState.DELIVERED, 121, "kind", "sync")))
                .contains("the audience forgot these members; they were sent 121 days ago");
    }

    @Test
    void keys_of_a_run_that_was_not_delivered_go_with_it_and_those_of_no_run_by_their_own_age() {
        assertThat(because(thing(Kind.SHARED_KEYS, 0), run(RunState.FAILED, 101)))
                .contains("its run was not delivered and ended 101 days ago");
        assertThat(because(thing(Kind.SHARED_KEYS, 0), run(RunState.FAILED, 100)))
                .isEmpty();
        assertThat(rules(request()).because(thing(Kind.SHARED_KEYS, 101)).toJavaOptional())
                .contains("its run is in no journal, and it was written 101 days ago");
        assertThat(rules(request()).because(thing(Kind.SHARED_KEYS, 100)).toJavaOptional())
                .isEmpty();
    }

    @Test
    void everything_of_an_audience_that_is_over_goes_at_once_but_no_run_at_work() {
        PurgeRequest over = PurgeRequest.builder()
                .from(request())
                .addEndedAudiences(AUDIENCE)
                .build();
        RunRecord delivered = run(RunState.DELIVERED, 1);
        RunRecord atWork = run(RunState.TRANSFERRING, 1);

        for (Kind kind : new Kind[] {Kind.RUN, Kind.SHARED_KEYS, Kind.MEMBERSHIP, Kind.EVENT_STATE}) {
            assertThat(rules(over, delivered).because(thing(kind, 0)).toJavaOptional())
                    .as("%s", kind)
                    .contains("its audience is over");
        }
        assertThat(rules(over, atWork).because(thing(Kind.RUN, 0)).toJavaOptional())
                .isEmpty();
        assertThat(rules(over, atWork).because(thing(Kind.SHARED_KEYS, 0)).toJavaOptional())
                .isEmpty();
    }

    @Test
    void a_membership_stays_while_runs_ask_for_its_audience() {
        RunRecord asks = run(RunState.DELIVERED, 10, "kind", "import", "audience.connection", "cloud");
        RunRecord asked = run(RunState.DELIVERED, 60, "kind", "import", "audience.connection", "cloud");
        RunRecord other = run(RunState.DELIVERED, 10, "kind", "import", "audience.connection", "elsewhere");

        assertThat(because(thing(Kind.MEMBERSHIP, 70), asks)).isEmpty();
        assertThat(because(thing(Kind.MEMBERSHIP, 70), asked)).contains("no run asked for its audience for 60 days");
        assertThat(because(thing(Kind.EVENT_STATE, 70), other)).contains("no run asked for its audience for 70 days");
        assertThat(because(thing(Kind.MEMBERSHIP, 50), other)).isEmpty();
    }

    @Test
    void an_index_goes_by_when_it_was_built_and_a_left_over_after_a_day() {
        RunRecord run = run(RunState.DELIVERED, 1);

        assertThat(because(thing(Kind.RECIPIENT_INDEX, 30), run)).isEmpty();
        assertThat(because(thing(Kind.RECIPIENT_INDEX, 31), run)).contains("it was built 31 days ago");
        assertThat(because(thing(Kind.LEFT_OVER, 1), run)).isEmpty();
        assertThat(because(thing(Kind.LEFT_OVER, 2), run)).contains("an interrupted write left it behind 2 days ago");
    }

    @Test
    void a_run_that_is_in_no_journal_is_not_this_ones_to_judge() {
        assertThat(rules(request()).because(thing(Kind.RUN, 9999)).toJavaOptional())
                .isEmpty();
    }

    private static Optional<String> because(KeptThing thing, RunRecord run) {
        return rules(request(), run).because(thing).toJavaOptional();
    }

    private static PurgeRequest request() {
        return PurgeRequest.builder().policy(POLICY).build();
    }

    private static RetentionRules rules(PurgeRequest request) {
        return new RetentionRules(request, Vector.empty(), Vector.empty(), NOW);
    }

    private static RetentionRules rules(PurgeRequest request, RunRecord run, KeptThing... things) {
        return new RetentionRules(request, Vector.of(run), Vector.of(things), NOW);
    }

    private static KeptThing thing(Kind kind, int daysAgo) {
        return KeptThing.builder()
                .kind(kind)
                .name("a thing")
                .run(new RunId("run-1"))
                .page(new LedgerKey(AUDIENCE, 14016))
                .touched(NOW.minus(Duration.ofDays(daysAgo)))
                .bytes(1)
                .build();
    }

    private static RunRecord run(RunState state, int daysAgo, String... facts) {
        Map<String, String> all = new TreeMap<>(Map.of("kind", "share", "to", "cloud", "audience.id", "7"));
        for (int i = 0; i < facts.length; i += 2) {
            all.put(facts[i], facts[i + 1]);
        }
        Instant ended = NOW.minus(Duration.ofDays(daysAgo));
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(state)
                .started(ended)
                .updated(ended)
                .facts(all)
                .build();
    }
}
