// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.RouteEstimate;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoosingARouteTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final ConnectionName CRM = new ConnectionName("crm");

    @ParameterizedTest
    @CsvSource({
        // members, recipients, keys a call, extracts, hours since the copy was refreshed, copy to build, the route
        "-1, -1, -1, false, -1, false, SCAN",
        "3200, -1, 200, false, -1, false, SCAN",
        "150, -1, 200, false, -1, false, LOOK_UP",
        "150, -1, -1, false, -1, false, SCAN",
        "0, -1, 200, false, -1, false, LOOK_UP",
        "-1, 20000000, 200, false, -1, false, SCAN",
        "3200, 20000000, 200, false, -1, false, LOOK_UP",
        "90000, 5000, 200, false, -1, false, SCAN",
        "100, 1000, 200, false, -1, false, LOOK_UP",
        "-1, -1, -1, true, -1, false, EXTRACT",
        "3200, 20000000, 200, true, -1, false, LOOK_UP",
        "90000, 5000, 200, true, -1, false, LOOK_UP",
        "-1, 20000000, -1, true, -1, false, EXTRACT",
        "-1, -1, -1, false, -1, true, KEPT_INDEX",
        "-1, -1, -1, true, -1, true, KEPT_INDEX",
        "3200, 20000000, 200, false, -1, true, LOOK_UP",
        "90000, 20000, 200, false, -1, true, KEPT_INDEX",
        "-1, 20000000, -1, true, 24, false, KEPT_INDEX",
        "3200, 20000000, 200, true, 24, false, LOOK_UP",
        "90000, 20000000, 200, false, 24, false, KEPT_INDEX",
    })
    void the_cheapest_of_what_is_possible(
            long members,
            long recipients,
            int keysPerCall,
            boolean extracts,
            long hours,
            boolean build,
            KeyRoute route) {
        var situation = RouteSituation.builder()
                .members(known(members))
                .recipients(known(recipients))
                .keysPerCall(keysPerCall < 0 ? OptionalInt.empty() : OptionalInt.of(keysPerCall))
                .extracts(extracts)
                .indexAge(Optional.of(hours).filter(known -> known >= 0).map(Duration::ofHours))
                .indexToBuild(Optional.of("there was none").filter(reason -> build))
                .build();

        assertThat(plan(situation).route()).isEqualTo(route);
    }

    @Test
    void a_tie_goes_to_what_sends_fewer_bytes() {
        var situation = RouteSituation.builder()
                .members(100)
                .recipients(1000)
                .keysPerCall(200)
                .build();

        MatchPlan plan = plan(situation);

        assertThat(plan.estimates()).extracting(RouteEstimate::time).containsOnly(Duration.ofMillis(50));
        assertThat(plan.estimates()).extracting(RouteEstimate::calls).containsOnly(1L);
        assertThat(plan.estimates()).extracting(RouteEstimate::bytes).containsExactly(20_000L, 100_000L);
        assertThat(plan.route()).isEqualTo(KeyRoute.LOOK_UP);
    }

    @Test
    void a_plan_says_why_in_numbers() {
        var situation = RouteSituation.builder()
                .members(3200)
                .recipients(20_000_000)
                .keysPerCall(200)
                .build();

        MatchPlan plan = plan(situation);

        assertThat(plan.because())
                .isEqualTo("looked up 3,200 keys in 16 calls instead of reading 20,000,000 recipients");
        assertThat(plan.estimates())
                .first()
                .isEqualTo(new RouteEstimate(KeyRoute.LOOK_UP, 16, 3200, 640_000, Duration.ofMillis(1600)));
        assertThat(plan.estimates())
                .last()
                .isEqualTo(
                        new RouteEstimate(KeyRoute.SCAN, 2001, 20_000_000, 2_000_000_000L, Duration.ofSeconds(1000)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOOK_UP, looks up no keys",
        "EXTRACT, extracts no keys",
        "KEPT_INDEX, recipientIndex(...)",
        "KEPT_INDEX, 'packed keys, as those in memory'"
    })
    void a_forced_route_that_cannot_be_gone_is_refused_with_the_reason(KeyRoute route, String reason) {
        var refused = RoutePlanner.plan(RouteSituation.builder().forced(route).build(), RouteRates.guessed());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.getLeft().message()).contains(reason, "possible are SCAN");
    }

    @Test
    void a_forced_route_is_gone_whatever_it_costs() {
        var situation = RouteSituation.builder()
                .members(90_000)
                .recipients(10)
                .keysPerCall(1)
                .forced(KeyRoute.LOOK_UP)
                .build();

        assertThat(plan(situation).route()).isEqualTo(KeyRoute.LOOK_UP);
    }

    @Test
    void a_system_that_turned_out_slow_at_look_ups_is_scanned() {
        var situation = RouteSituation.builder()
                .members(3200)
                .recipients(100_000)
                .keysPerCall(200)
                .build();
        RouteRates slow = RouteRates.guessed();
        for (int i = 0; i < 3; i++) {
            slow = slow.with(KeyRoute.LOOK_UP, 100);
        }

        assertThat(plan(situation).route()).isEqualTo(KeyRoute.LOOK_UP);
        assertThat(RoutePlanner.plan(situation, slow).get().route()).isEqualTo(KeyRoute.SCAN);
    }

    @Test
    void one_odd_run_moves_a_rate_within_bounds_only_and_the_newest_five_count() {
        double guess = RouteRates.guessed().perSecond(KeyRoute.SCAN);

        assertThat(RouteRates.guessed().with(KeyRoute.SCAN, 1e12).perSecond(KeyRoute.SCAN))
                .isEqualTo((guess + 50 * guess) / 2);
        assertThat(RouteRates.guessed().with(KeyRoute.SCAN, 0).perSecond(KeyRoute.SCAN))
                .isGreaterThan(guess / 2);
        RouteRates many = RouteRates.guessed();
        for (int i = 0; i < 20; i++) {
            many = many.with(KeyRoute.SCAN, i < 15 ? 1000 : 30_000);
        }
        assertThat(many.perSecond(KeyRoute.SCAN)).isEqualTo(30_000);
    }

    @Test
    void past_runs_of_the_connection_tell_rates_and_how_many_recipients_there_are() {
        var records = Vector.of(
                record(
                        "crm",
                        10,
                        Map.of(
                                "match.route",
                                "SCAN",
                                "match.because",
                                "x",
                                "match.rows",
                                "5000",
                                "match.millis",
                                "1000")),
                record("other", 1, Map.of("match.route", "SCAN", "match.rows", "9", "match.millis", "1")),
                record(
                        "crm",
                        2,
                        Map.of(
                                "match.route",
                                "LOOK_UP",
                                "match.because",
                                "x",
                                "match.rows",
                                "7",
                                "match.millis",
                                "1")));

        PastRoutes past = PastRoutes.of(records, CRM, NOW);

        assertThat(past.recipients()).hasValue(5000);
        assertThat(past.rates().perSecond(KeyRoute.SCAN)).isEqualTo((20_000.0 + 5000) / 2);
        assertThat(past.rates().perSecond(KeyRoute.LOOK_UP)).isEqualTo(2000);
    }

    @Test
    void old_runs_and_runs_of_a_few_rows_tell_no_rate() {
        var records = Vector.of(
                record(
                        "crm",
                        100,
                        Map.of(
                                "match.route",
                                "SCAN",
                                "match.because",
                                "x",
                                "match.rows",
                                "5000",
                                "match.millis",
                                "1000")),
                record(
                        "crm",
                        1,
                        Map.of(
                                "match.route",
                                "SCAN",
                                "match.because",
                                "x",
                                "match.rows",
                                "50",
                                "match.millis",
                                "1000")));

        PastRoutes past = PastRoutes.of(records, CRM, NOW);

        assertThat(past.rates().perSecond(KeyRoute.SCAN)).isEqualTo(20_000);
        assertThat(past.recipients()).hasValue(50);
    }

    @Test
    void a_record_that_somebody_edited_tells_nothing() {
        var records = Vector.of(
                record("crm", 3, Map.of("match.route", "SCAN", "match.rows", "many", "match.millis", "1000")),
                record("crm", 2, Map.of("match.route", "BY_LUCK", "match.rows", "5000", "match.millis", "1000")),
                record("crm", 1, Map.of("match.route", "SCAN", "match.because", "x", "match.estimates", "SCAN 1")));

        PastRoutes past = PastRoutes.of(records, CRM, NOW);

        assertThat(past.rates().perSecond(KeyRoute.SCAN)).isEqualTo(20_000);
        assertThat(past.recipients()).isEmpty();
    }

    private static MatchPlan plan(RouteSituation situation) {
        return RoutePlanner.plan(situation, RouteRates.guessed()).get();
    }

    private static OptionalLong known(long number) {
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static RunRecord record(String into, int daysAgo, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("into", into);
        return RunRecord.builder()
                .run(new RunId("run-" + daysAgo))
                .state(RunState.DELIVERED)
                .started(NOW.minus(Duration.ofDays(daysAgo)))
                .updated(NOW)
                .facts(all)
                .build();
    }
}
