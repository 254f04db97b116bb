// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationStorage;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here. */
class ReadmeTest {
    @Test
    void a_destination_with_the_schedule_of_its_audiences() {
        var destination = ExportDestination.builder()
                .name("Campaign")
                .keyColumn("personalEmail.address")
                .folder("aep/campaign")
                .manifests(true)
                .schedule(ExportSchedule.builder()
                        .firstExport(Instant.parse("2024-05-01T20:00:00Z"))
                        .every(Duration.ofHours(3))
                        .build())
                .build();

        assertThat(destination.scheduleOf("any").kind(Instant.parse("2024-05-01T22:59:59Z"), false))
                .containsExactly(ExportKind.FULL);
    }

    @Test
    void a_destination_with_an_audience_over_the_api() {
        try (PlatformBench bench = new PlatformBench()) {
            PlatformDestinations destinations = bench.client(PlatformDestinations.class);
            PlatformFlows flows = bench.client(PlatformFlows.class);
            Secret secretKey = Secret.of("s");
            CallOptions options = CallOptions.standard();

            var setup = destinations.ensure(
                    DestinationOrder.builder()
                            .name("Campaign")
                            .storage(new DestinationStorage.S3("AKIA...", secretKey, "acme-exports", "aep/campaign"))
                            .build(),
                    options);
            var vip = AudienceActivation.builder()
                    .audience("979558ae-a8ba-4e6e-b6ba-95c0a523b44a")
                    .name("VIP")
                    .times(ActivationTimes.every(
                            ExportFrequency.EVERY_3_HOURS, LocalDate.of(2024, 5, 1), LocalTime.of(20, 0)))
                    .build();
            setup.flatMap(made -> flows.addColumn(made.flow().flow(), ExportColumn.of("personalEmail.address"), options)
                    .flatMap(changed -> flows.activate(changed.flow(), vip, options)));

            assertThat(setup.isLeft()).isTrue();
        }
    }

    @Test
    void an_audience_of_the_destination_is_asked_for() {
        var destination = Exported.destination().build();

        var platform = ExperiencePlatformSettings.builder()
                .addDestinations(destination)
                .build();
        var request = ReceiveRequest.builder()
                .audience(new AudienceRef(platform.connection(), "979558ae-a8ba-4e6e-b6ba-95c0a523b44a"))
                .into(new ConnectionName("campaign"))
                .list("Loyal customers")
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();

        assertThat(request.audience().connection().value()).isEqualTo("experience-platform");
    }
}
