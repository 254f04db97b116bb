// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ShareRequest;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a forecast says of audiences whose matches are known. */
class ForecastingMatchesTest extends InMemoryScenario {
    private static final DataSource CUSTOMERS = declared(Declared.builder().field("customer"));
    private static final DataSource ADDRESSES =
            declared(Declared.builder().field("email").content(KeyContent.EMAIL).wire(KeyForm.SHA256));

    @Test
    void a_small_world_is_counted_and_nothing_is_estimated() {
        customers(1, 100);

        Forecast forecast = forecast(CUSTOMERS, SampleBudget.usual(), keys(51, 200));

        assertThat(forecast.matchRate()).isEqualTo(new Interval(1.0 / 3, 1.0 / 3, 1.0 / 3));
        assertThat(forecast.listSize()).isEqualTo(new Interval(50, 50, 50));
        assertThat(forecast.trust()).contains("nothing is estimated").contains("all 150 rows");
        assertThat(forecast.nearMisses()).isEmpty();
    }

    @Test
    void several_ids_of_a_person_are_one_person_and_a_shared_id_is_two() {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(1))
                .addSourceIds(visitor(1), visitor(2), visitor(3))
                .build());
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(2))
                .addSourceIds(visitor(3))
                .build());

        Forecast forecast =
                forecast(byVisitorId(), SampleBudget.usual(), visitor(1), visitor(2), visitor(3), visitor(4));

        assertThat(forecast.matchRate().estimate()).isEqualTo(0.75);
        assertThat(forecast.listSize()).isEqualTo(new Interval(2, 2, 2));
    }

    @Test
    void keys_that_can_be_looked_up_are() {
        customers(1, 30_000);

        Forecast forecast = forecast(CUSTOMERS, new SampleBudget(11_000, 0.001, 0.95, 7), keys(15_001, 45_000));

        assertThat(forecast.matchRate().contains(0.5)).isTrue();
        assertThat(forecast.matchRate().high() - forecast.matchRate().low()).isLessThan(0.03);
        assertThat(forecast.listSize().contains(15_000)).isTrue();
        assertThat(forecast.membersRead()).isEqualTo(10_000);
        assertThat(forecast.trust()).contains("looked up").contains("10,000 of 30,000 rows");
    }

    @Test
    void keys_that_cannot_be_looked_up_are_met_by_chance() {
        addresses(30_000, number -> "person" + number + "@example.com");

        Forecast forecast = forecast(
                ADDRESSES,
                new SampleBudget(11_000, 0.001, 0.95, 7),
                hashes(15_001, 45_000, number -> "person" + number + "@example.com"));

        assertThat(forecast.matchRate().contains(0.5)).isTrue();
        assertThat(forecast.matchRate().estimate()).isCloseTo(0.5, within(0.1));
        assertThat(forecast.listSize().contains(15_000)).isTrue();
        assertThat(forecast.recipientsRead()).isEqualTo(10_000);
        assertThat(forecast.trust()).contains("pairs that met by chance");
    }

    @Test
    void near_misses_are_found_in_samples_of_both_sides() {
        addresses(30_000, number -> "person" + number + "@example.com");

        Forecast forecast = forecast(
                ADDRESSES,
                new SampleBudget(11_000, 0.001, 0.95, 7),
                IntStream.rangeClosed(1, 30_000)
                        .mapToObj(number -> KeyDigest.MD5.hex("person" + number + "@example.com"))
                        .toArray(String[]::new));

        assertThat(forecast.matchRate().estimate()).isZero();
        assertThat(forecast.nearMisses().get(0).transformation()).isEqualTo("md5-instead-of-sha-256");
        assertThat(forecast.nearMisses().get(0).rate().contains(1)).isTrue();
        assertThat(forecast.nearMisses().get(0).rate().low()).isGreaterThan(0.8);
    }

    @Test
    void the_same_seed_says_the_same() {
        customers(1, 30_000);
        SampleBudget budget = new SampleBudget(11_000, 0.001, 0.95, 7);
        String[] keys = keys(15_001, 45_000);

        assertThat(forecast(CUSTOMERS, budget, keys)).isEqualTo(forecast(CUSTOMERS, budget, keys));
    }

    @Test
    void nobody_has_an_id_that_is_shown() {
        customers(100_001, 100_500);
        String[] keys = IntStream.rangeClosed(100_001, 100_500)
                .mapToObj(number -> "loyalty-number:" + number)
                .toArray(String[]::new);

        Forecast forecast = forecast(CUSTOMERS, SampleBudget.usual(), keys);

        assertThat(forecast.nearMisses().get(0).transformation()).isEqualTo("prefix");
        String shown = forecast.toString().toLowerCase(Locale.ROOT);
        for (String key : keys) {
            for (int i = 0; i + 6 <= key.length(); i++) {
                assertThat(shown).doesNotContain(key.substring(i, i + 6));
            }
        }
    }

    @Test
    void an_export_counts_who_has_a_valid_key() {
        customers(1, 80);
        crm.with(person(81, Map.of()));
        crm.with(person(82, Map.of("customer", " 82")));

        var list = crm.list(
                "Gold", IntStream.rangeClosed(61, 82).mapToObj(RecipientId::of).toArray(RecipientId[]::new));
        Forecast forecast = bridge.forecastMatch()
                .forecast(
                        ForecastRequest.of(ShareRequest.builder()
                                .list(list)
                                .to(CLOUD)
                                .audience("Gold")
                                .dataSource(DataSource.builder()
                                        .from(CUSTOMERS)
                                        .mergeRuleDataSourceId(3)
                                        .build())
                                .build()),
                        call())
                .get();

        assertThat(forecast.listSize()).isEqualTo(new Interval(20, 20, 20));
        assertThat(forecast.matchRate().estimate()).isCloseTo(20 / 22.0, within(1e-9));
        assertThat(forecast.nearMisses().get(0).transformation()).isEqualTo("untrimmed");
    }

    @Test
    void an_unsound_request_is_refused() {
        var request = ImportRequest.builder()
                .audience(cloud.audience("Gold", "1"))
                .into(CRM)
                .list("")
                .dataSource(CUSTOMERS)
                .build();

        var refused = bridge.forecastMatch().forecast(ForecastRequest.of(request), call());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    private Forecast forecast(DataSource dataSource, SampleBudget budget, String... keys) {
        ImportRequest request = ImportRequest.builder()
                .audience(cloud.audience("Gold", keys))
                .into(CRM)
                .list("Gold")
                .dataSource(dataSource)
                .build();
        return bridge.forecastMatch()
                .forecast(ForecastRequest.of(request).within(budget), call())
                .get();
    }

    private void customers(int first, int last) {
        for (int number = first; number <= last; number++) {
            crm.with(person(number, Map.of("customer", Integer.toString(number))));
        }
    }

    private void addresses(int last, IntFunction<String> address) {
        for (int number = 1; number <= last; number++) {
            crm.with(person(number, Map.of("email", address.apply(number))));
        }
    }

    private static InMemoryRecipient person(int number, Map<String, String> fields) {
        return InMemoryRecipient.builder()
                .id(RecipientId.of(number))
                .fields(fields)
                .build();
    }

    private static String[] keys(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static String[] hashes(int first, int last, IntFunction<String> address) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> KeyDigest.SHA256.hex(address.apply(number)))
                .toArray(String[]::new);
    }

    private static DataSource declared(Declared.Builder key) {
        return DataSource.builder().id(7).key(key.build()).destinationId(46390).build();
    }
}
