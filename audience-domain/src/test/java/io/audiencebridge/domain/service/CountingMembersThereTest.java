// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Population;
import io.audiencebridge.domain.spi.connector.Populations;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a count of the receiving system shows a run's members, which it never names. */
class CountingMembersThereTest {
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final ShareRequest REQUEST = ShareRequest.builder()
            .list(new AudienceRef(new ConnectionName("crm"), "42"))
            .to(CLOUD)
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .build();

    private final Stores stores = new Stores();
    private final List<AudienceRef> asked = new ArrayList<>();
    private Either<BridgeError, Population> population =
            Either.right(new Population(OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
    private Either<BridgeError, Audience> found = Either.left(GONE);

    @Test
    void any_count_shows_members_where_nobody_was_shared_before() {
        count(3, 0);

        RunRecord seen = look(record("run-1", Map.of()));

        assertThat(seen.facts())
                .containsEntry("count.trait-population.told", "3 counted")
                .containsEntry("count.trait-population.first", "0")
                .containsEntry("seen.trait-population", "2026-11-26T00:00:00Z")
                .containsEntry("count.segment-population.told", "0 counted")
                .doesNotContainKey("seen.segment-population");
        assertThat(asked).containsOnly(new AudienceRef(CLOUD, "7"));
        assertThat(stores.journal.find(seen.run()).get()).contains(seen);
    }

    @Test
    void behind_other_runs_a_count_shows_members_once_it_has_grown() {
        stores.journal.save(record("run-0", Map.of()));
        count(30, 9);
        RunRecord first = look(record("run-1", Map.of()));
        assertThat(first.facts())
                .containsEntry("count.trait-population.told", "30 counted, as before")
                .containsEntry("count.trait-population.first", "30")
                .doesNotContainKey("seen.trait-population");

        assertThat(look(first).facts()).doesNotContainKey("seen.trait-population");

        count(31, 9);
        assertThat(look(first).facts())
                .containsEntry("count.trait-population.told", "31 counted")
                .containsEntry("count.trait-population.first", "30")
                .containsKey("seen.trait-population")
                .doesNotContainKey("seen.segment-population");
    }

    @ParameterizedTest
    @CsvSource({
        // of the other run: id, state, started so many seconds later, audience; is ours the first
        "run-0, DELIVERED, -1, 7, false",
        "run-0, FAILED, -1, 7, true",
        "run-0, DELIVERED, 1, 7, true",
        "run-0, DELIVERED, 0, 7, false",
        "run-0, DELIVERED, -1, 8, true"
    })
    void a_run_is_the_first_if_no_earlier_one_was_delivered_into_the_audience(
            String run, RunState state, long later, String audience, boolean first) {
        stores.journal.save(RunRecord.builder()
                .from(record(run, Map.of("audience.id", audience)))
                .state(state)
                .started(Stores.NOW.minus(Duration.ofDays(1)).plusSeconds(later))
                .build());
        count(5, 5);

        assertThat(look(record("run-1", Map.of())).facts().containsKey("seen.trait-population"))
                .isEqualTo(first);
    }

    @Test
    void an_audience_is_displayed_once_it_is_listed_with_a_size_that_is_no_estimate() {
        found = listed(OptionalLong.of(12), false);
        assertThat(look(record("run-1", Map.of())).facts())
                .containsEntry("count.library-display.told", "'Gold' is listed with 12")
                .containsEntry("count.library-display.first", "0")
                .containsKey("seen.library-display");

        found = listed(OptionalLong.of(12), true);
        assertThat(look(record("run-2", Map.of())).facts())
                .containsEntry("count.library-display.told", "'Gold' is listed with 0")
                .doesNotContainKey("seen.library-display");
        found = listed(OptionalLong.empty(), false);
        assertThat(look(record("run-3", Map.of())).facts()).doesNotContainKey("seen.library-display");
    }

    @Test
    void what_cannot_be_asked_stays_unseen_and_says_why() {
        population = Either.left(GONE);

        assertThat(look(record("run-1", Map.of())).facts())
                .containsEntry("count.trait-population.told", "It could not be asked: gone")
                .containsEntry("count.segment-population.told", "It could not be asked: gone")
                .containsEntry("count.library-display.told", "It could not be asked: gone");
    }

    @Test
    void what_was_seen_is_not_asked_again() {
        RunRecord all = record(
                "run-1",
                Map.of("seen.trait-population", "x", "seen.segment-population", "x", "seen.library-display", "x"));
        count(5, 5);
        assertThat(look(all)).isEqualTo(all);
        assertThat(asked).isEmpty();

        found = listed(OptionalLong.of(12), false);
        RunRecord some = look(record("run-1", Map.of("seen.trait-population", "x", "seen.library-display", "x")));
        assertThat(some.facts())
                .containsEntry("seen.trait-population", "x")
                .containsEntry("seen.library-display", "x")
                .doesNotContainKeys("count.trait-population.told", "count.library-display.told")
                .containsKey("seen.segment-population");
    }

    @Test
    void only_rows_that_the_bridge_handed_over_are_looked_for() {
        RunRecord sent = record("run-1", Map.of());
        assertThat(SeenPopulations.isSent(sent)).isTrue();
        assertThat(SeenPopulations.isSent(record("run-1", Map.of("export.rows", "0"))))
                .isFalse();
        assertThat(SeenPopulations.isSent(record("run-1", Map.of("route", Route.SYSTEM.name()))))
                .isFalse();
        assertThat(SeenPopulations.isSent(record("run-1", Map.of("kind", "sync"))))
                .isFalse();
        assertThat(SeenPopulations.isSent(RunRecord.builder()
                        .from(sent)
                        .state(RunState.TRANSFERRING)
                        .build()))
                .isFalse();
    }

    @Test
    void a_connection_that_counts_nothing_leaves_the_record_as_it_is() {
        RunRecord record = record("run-1", Map.of());

        RunRecord looked = new SeenPopulations(
                        new Connectors(HashMap.of(CLOUD, Stores.offering())),
                        stores.infrastructure().build())
                .look(record, Rows.call())
                .get();

        assertThat(looked).isSameAs(record);
    }

    private void count(long received, long members) {
        population =
                Either.right(new Population(OptionalLong.of(received), OptionalLong.of(members), Optional.empty()));
    }

    private static Either<BridgeError, Audience> listed(OptionalLong size, boolean estimate) {
        return Either.right(new Audience.SharedAudience(AudienceDetails.builder()
                .ref(new AudienceRef(CLOUD, "7"))
                .title("Gold")
                .size(size)
                .sizeIsEstimate(estimate)
                .build()));
    }

    private RunRecord look(RunRecord record) {
        Populations populations = (audience, source, call) -> {
            asked.add(audience);
            return population;
        };
        AudienceCatalog catalog = new AudienceCatalog() {
            @Override
            public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
                return Either.left(GONE);
            }

            @Override
            public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
                return found;
            }
        };
        return new SeenPopulations(
                        new Connectors(HashMap.of(CLOUD, Stores.offering(populations, catalog))),
                        stores.infrastructure().build())
                .look(record, Rows.call())
                .get();
    }

    private static RunRecord record(String run, Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(ShareFacts.write(REQUEST));
        facts.put("audience.id", "7");
        facts.putAll(Map.of("export.read", "9", "export.shared", "9", "export.alreadyShared", "0", "export.rows", "9"));
        facts.putAll(Map.of("export.optedOut", "0", "export.invalid", "0"));
        facts.putAll(Map.of("export.noVisitorId", "0", "export.noDeclaredId", "0"));
        facts.putAll(more);
        return RunRecord.builder()
                .run(new RunId(run))
                .state(RunState.DELIVERED)
                .started(Stores.NOW.minus(Duration.ofDays(1)))
                .updated(Stores.NOW)
                .facts(facts)
                .build();
    }
}
