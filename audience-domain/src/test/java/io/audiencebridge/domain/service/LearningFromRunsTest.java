// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs of the past tell of the next one: how fast a route is, how many recipients there are, how long it takes. */
class LearningFromRunsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final ConnectionName CRM = new ConnectionName("crm");

    @Test
    void without_a_measurement_a_rate_is_a_careful_guess() {
        RouteRates guessed = RouteRates.guessed();

        assertThat(guessed.perSecond(KeyRoute.SCAN)).isEqualTo(20_000);
        assertThat(guessed.perSecond(KeyRoute.EXTRACT)).isEqualTo(400_000);
        assertThat(guessed.perSecond(KeyRoute.LOOK_UP)).isEqualTo(2_000);
        assertThat(guessed.perSecond(KeyRoute.KEPT_INDEX)).isEqualTo(4_000_000);
    }

    @Test
    void a_rate_is_the_median_of_the_newest_five_measurements_and_the_guess() {
        RouteRates rates = RouteRates.guessed().with(KeyRoute.SCAN, 40_000);
        assertThat(rates.perSecond(KeyRoute.SCAN)).as("of two, their middle").isEqualTo(30_000);

        rates = rates.with(KeyRoute.SCAN, 50_000);
        assertThat(rates.perSecond(KeyRoute.SCAN)).isEqualTo(40_000);

        rates = rates.with(KeyRoute.SCAN, 60_000).with(KeyRoute.SCAN, 70_000).with(KeyRoute.SCAN, 80_000);
        assertThat(rates.perSecond(KeyRoute.SCAN)).isEqualTo(55_000);
        assertThat(rates.with(KeyRoute.SCAN, 90_000).perSecond(KeyRoute.SCAN))
                .as("the oldest is forgotten")
                .isEqualTo(65_000);
        assertThat(rates.perSecond(KeyRoute.EXTRACT)).isEqualTo(400_000);
    }

    @Test
    void one_odd_run_cannot_rule_a_route_out_for_ever() {
        assertThat(RouteRates.guessed().with(KeyRoute.LOOK_UP, 0.001).perSecond(KeyRoute.LOOK_UP))
                .isEqualTo((2_000 + 2_000 / 50.0) / 2);
        assertThat(RouteRates.guessed().with(KeyRoute.LOOK_UP, 1e12).perSecond(KeyRoute.LOOK_UP))
                .isEqualTo((2_000 + 2_000 * 50.0) / 2);
    }

    @ParameterizedTest
    @CsvSource({
        // rows, keys, millis, what a second is taken for
        "SCAN, 40000, 0, 1000, 30000",
        "SCAN, 1000, 0, 1000, 10500",
        "SCAN, 999, 0, 1000, 20000",
        "SCAN, 40000, 0, 0, 20000",
        "LOOK_UP, 5, 4000, 1000, 3000",
        "LOOK_UP, 40000, 999, 1000, 2000"
    })
    void a_run_of_many_rows_tells_how_fast_its_route_is(
            KeyRoute route, String rows, String keys, String millis, double expected) {
        Map<String, String> facts = gone(route, rows);
        facts.put("match.keys", keys);
        facts.put("match.millis", millis);

        assertThat(past(record(NOW, facts)).rates().perSecond(route)).isEqualTo(expected);
    }

    @Test
    void the_newest_run_that_read_everybody_tells_how_many_recipients_there_are() {
        PastRoutes past = past(
                record(NOW.minusSeconds(3), gone(KeyRoute.SCAN, "500")),
                record(NOW.minusSeconds(2), gone(KeyRoute.EXTRACT, "700")),
                record(NOW.minusSeconds(1), gone(KeyRoute.LOOK_UP, "3")));

        assertThat(past.recipients()).hasValue(700);
    }

    @Test
    void runs_into_other_lists_old_ones_and_damaged_ones_tell_nothing() {
        Map<String, String> elsewhere = gone(KeyRoute.SCAN, "500");
        elsewhere.put("into", "other");
        Map<String, String> damaged = gone(KeyRoute.SCAN, "500");
        damaged.put("match.estimates", "SCAN");

        assertThat(past(
                                record(NOW, elsewhere),
                                record(NOW, damaged),
                                record(NOW.minus(Duration.ofDays(90)), gone(KeyRoute.SCAN, "500")))
                        .recipients())
                .isEmpty();
        assertThat(past(record(NOW.minus(Duration.ofDays(90)).plusSeconds(1), gone(KeyRoute.SCAN, "500")))
                        .recipients())
                .hasValue(500);
        assertThat(PastRoutes.of(new Kept(Either.left(BridgeError.LocalFailure.of("gone"))), CRM, NOW)
                        .recipients())
                .as("a journal that cannot be read is no reason not to import")
                .isEmpty();
    }

    @Test
    void a_run_takes_as_long_as_the_middle_one_of_those_of_the_same_request() {
        Map<String, String> request = Map.of("kind", "share", "to", "cloud", "audience", "Gold");
        Map<String, String> other = Map.of("kind", "share", "to", "cloud", "audience", "Silver");
        Journal journal = journal(
                took(request, 10), took(request, 40), took(request, 20), took(other, 900), undelivered(request));

        PastRuns past = PastRuns.of(request, journal).get();

        assertThat(past.runs()).isEqualTo(3);
        assertThat(past.usual()).contains(Duration.ofMinutes(20));
    }

    @Test
    void where_the_request_is_new_those_of_its_kind_on_the_same_way_tell() {
        Map<String, String> request = Map.of("kind", "share", "to", "cloud", "audience", "Gold");
        Journal journal = journal(
                took(Map.of("kind", "share", "to", "cloud", "audience", "Silver"), 30),
                took(Map.of("kind", "share", "to", "elsewhere", "audience", "Silver"), 5),
                took(Map.of("kind", "import", "to", "cloud", "audience", "Silver"), 5));

        PastRuns past = PastRuns.of(request, journal).get();

        assertThat(past.runs()).isEqualTo(1);
        assertThat(past.usual()).contains(Duration.ofMinutes(30));
        assertThat(PastRuns.of(Map.of("kind", "sync"), journal).get().usual()).isEmpty();
    }

    @Test
    void only_the_newest_twenty_runs_count() {
        Map<String, String> request = Map.of("kind", "share");
        Vector<RunRecord> records =
                Vector.fill(30, () -> took(request, 500)).appendAll(Vector.fill(20, () -> took(request, 5)));

        PastRuns past = PastRuns.of(request, new Kept(Either.right(records))).get();

        assertThat(past.runs()).isEqualTo(20);
        assertThat(past.usual()).contains(Duration.ofMinutes(5));
    }

    @Test
    void members_show_in_a_window_that_begins_when_they_were_handed_over() {
        FreshnessPolicy policy = FreshnessPolicy.documented();
        Map<String, String> file = Map.of("kind", "share", "files", "a.sync.gz", "delivered", NOW.toString());

        assertThat(Freshness.window(of(RunState.DELIVERED, file), policy))
                .contains(policy.window(NOW, FreshnessLeg.FILE_TO_AUDIENCE_MANAGER));
        assertThat(Freshness.window(of(RunState.DELIVERED, Map.of("kind", "share")), policy))
                .as("nothing was sent")
                .isEmpty();
        RunRecord tracked = RunRecord.builder()
                .from(of(RunState.DELIVERED, Map.of("kind", "share", "delivered", NOW.toString())))
                .waiting(new Waiting(NOW, "its history"))
                .build();
        assertThat(Freshness.window(tracked, policy)).isPresent();
        assertThat(Freshness.window(of(RunState.PREPARING, file), policy)).isEmpty();
    }

    @Test
    void what_is_waited_for_has_a_window_by_where_it_comes_from() {
        FreshnessPolicy policy = FreshnessPolicy.documented();

        assertThat(Freshness.window(of(RunState.AWAITING_FILE, Map.of("kind", "import")), policy))
                .contains(policy.window(NOW.minusSeconds(600), FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN));
        assertThat(Freshness.window(of(RunState.AWAITING_FILE, Map.of("kind", "receive")), policy))
                .contains(policy.window(NOW.minusSeconds(600), FreshnessLeg.PLATFORM_TO_FILE));
    }

    @Test
    void a_workflow_of_the_system_shows_members_a_day_after_its_end_and_an_import_at_once() {
        FreshnessPolicy policy = FreshnessPolicy.documented();
        Map<String, String> done = new TreeMap<>(Map.of("kind", "share", "route", "SYSTEM"));
        assertThat(Freshness.window(of(RunState.DELIVERED, done), policy)).isEmpty();

        done.put("workflow.ended", NOW.toString());
        assertThat(Freshness.window(of(RunState.DELIVERED, done), policy))
                .contains(policy.window(NOW, FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER));
        done.put("kind", "import");
        assertThat(Freshness.window(of(RunState.DELIVERED, done), policy)).isEmpty();
    }

    @Test
    void a_record_of_before_there_was_a_time_of_delivery_was_delivered_when_it_was_written_last() {
        assertThat(Receipts.delivered(of(RunState.DELIVERED, Map.of()))).isEqualTo(NOW);
        assertThat(Receipts.delivered(of(RunState.DELIVERED, Map.of("delivered", "2026-11-01T00:00:00Z"))))
                .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(Receipts.files(of(RunState.DELIVERED, Map.of()))).isEmpty();
        assertThat(Receipts.files(of(RunState.DELIVERED, Map.of("files", "a\nb"))))
                .containsExactly("a", "b");
    }

    private static PastRoutes past(RunRecord... records) {
        return PastRoutes.of(journal(records), CRM, NOW);
    }

    private static Journal journal(RunRecord... records) {
        return new Kept(Either.right(Vector.of(records)));
    }

    private static Map<String, String> gone(KeyRoute route, String rows) {
        Map<String, String> facts = new TreeMap<>(Map.of("into", "crm", "match.route", route.name()));
        facts.put("match.because", "it is short");
        facts.put("match.rows", rows);
        return facts;
    }

    private static RunRecord took(Map<String, String> request, long minutes) {
        Map<String, String> facts = new TreeMap<>(request);
        facts.put("delivered", NOW.plus(Duration.ofMinutes(minutes)).toString());
        return RunRecord.builder()
                .from(record(NOW, facts))
                .state(RunState.DELIVERED)
                .build();
    }

    private static RunRecord undelivered(Map<String, String> request) {
        return RunRecord.builder().from(took(request, 1)).state(RunState.FAILED).build();
    }

    private static RunRecord of(RunState state, Map<String, String> facts) {
        return RunRecord.builder()
                .from(record(NOW.minusSeconds(600), facts))
                .state(state)
                .build();
    }

    private static RunRecord record(Instant started, Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.DELIVERED)
                .started(started)
                .updated(NOW)
                .waiting(Optional.empty())
                .facts(facts)
                .build();
    }

    private record Kept(Either<BridgeError, Seq<RunRecord>> records) implements Journal {
        @Override
        public Either<BridgeError, RunRecord> save(RunRecord record) {
            return Either.left(BridgeError.LocalFailure.of("is read only"));
        }

        @Override
        public Either<BridgeError, Option<RunRecord>> find(RunId run) {
            return records.map(all -> all.find(record -> record.run().equals(run)));
        }

        @Override
        public Either<BridgeError, Seq<RunRecord>> all() {
            return records;
        }
    }
}
