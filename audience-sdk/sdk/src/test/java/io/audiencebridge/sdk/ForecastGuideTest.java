// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide of forecasts shows is what is compiled here. */
class ForecastGuideTest {
    private static final String VISITOR = "08382830887934830189014177072406221371";

    @TempDir
    Path home;

    @Test
    void an_audience_is_forecast() {
        InMemoryConnector crm = InMemoryConnector.ofRecipients(new ConnectionName("crm"))
                .with(InMemoryRecipient.builder()
                        .id(RecipientId.of(1))
                        .addSourceIds(VISITOR)
                        .build());
        InMemoryConnector cloud = InMemoryConnector.ofKeys(new ConnectionName("cloud"));
        AudienceRef audience = cloud.audience("Gold", VISITOR, VISITOR.replace('8', '9'));
        DataSource visitors = DataSource.builder()
                .id(14016)
                .key(new ReconciliationKey.Visitor())
                .destinationId(46390)
                .build();
        try (AudienceBridge bridge = AudienceBridge.builder()
                .connect(new ConnectionName("crm"), crm)
                .connect(new ConnectionName("cloud"), cloud)
                .home(home)
                .build()) {
            ImportRequest gold = ImportRequest.builder()
                    .audience(audience)
                    .into(new ConnectionName("crm"))
                    .list("Gold")
                    .dataSource(visitors)
                    .build();
            Forecast forecast =
                    bridge.forecast(ForecastRequest.of(gold).within(new SampleBudget(50_000, 0.001, 0.95, 1)));

            System.out.println(forecast.matchRate() + ", " + forecast.listSize());
            System.out.println(forecast.trust());
            forecast.nearMisses().forEach(miss -> System.out.println(miss.seen() + " " + miss.remedy()));

            assertThat(forecast.matchRate().estimate()).isEqualTo(0.5);
            assertThat(forecast.listSize().estimate()).isEqualTo(1);
            assertThat(bridge.attempts()
                            .forecast(ForecastRequest.of(gold))
                            .get()
                            .listSize())
                    .isEqualTo(forecast.listSize());
        }
    }
}
