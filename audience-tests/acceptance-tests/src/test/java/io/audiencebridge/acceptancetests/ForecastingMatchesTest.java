// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.ConflictException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A forecast over SOAP and S3, held against the import that follows. */
final class ForecastingMatchesTest {
    private static final String AUDIENCE = "Loyal customers";
    private static final String LIST = "Loyal customers, back";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void what_is_forecast_of_few_is_what_is_imported(KeyKind kind) {
        try (Journey journey = new Journey(People.withSharedKeys(400), home)) {
            DataSource source = kind.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            var request = journey.importOf(AUDIENCE, LIST, source);

            Forecast forecast = journey.bridge.forecast(ForecastRequest.of(request));
            ImportTally tally =
                    journey.bridge.importAudience(request).imported().orElseThrow();

            assertThat(forecast.listSize().estimate()).isEqualTo((double) tally.listSize());
            assertThat(forecast.membersRead()).isEqualTo(tally.match().read());
            assertThat(forecast.matchRate()).isEqualTo(new Interval(1, 1, 1));
            assertThat(forecast.nearMisses()).isEmpty();
        }
    }

    @Test
    void what_is_forecast_of_many_holds_what_is_imported_and_reads_a_part() {
        int people = 14_000;
        List<SeedRecipient> seeds = People.withoutSharedKeys(people);
        try (Journey journey = new Journey(seeds, home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            var request = journey.importOf(AUDIENCE, LIST, source);

            Forecast forecast = journey.bridge.forecast(
                    ForecastRequest.of(request).within(new SampleBudget(13_000, 0.001, 0.95, 3)));
            ImportTally tally =
                    journey.bridge.importAudience(request).imported().orElseThrow();

            assertThat(forecast.recipients()).hasValue(people);
            assertThat(forecast.trust()).contains("windows of primary keys").contains("looked up");
            assertThat(forecast.listSize().contains((double) tally.listSize())).isTrue();
            assertThat(forecast.matchRate().contains(1)).isTrue();
        }
    }

    @Test
    void before_files_arrive_there_is_nothing_to_forecast() {
        try (Journey journey = new Journey(People.withoutSharedKeys(30), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            var request = ForecastRequest.of(journey.importOf(AUDIENCE, LIST, source));

            assertThatThrownBy(() -> journey.bridge.forecast(request))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("cannot be read yet");
        }
    }
}
