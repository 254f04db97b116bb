// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerConnectorFactory;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.IdSync;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.net.URI;
import java.time.Duration;

/** One body as the answer to every call of the data collection servers. The first character chooses the status. */
class DataCollectionAnswersFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(20));

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        Watched.reading(input.length, () -> {
            AudienceManagerSettings settings = AudienceManagerSettings.builder()
                    .uri(URI.create("https://api.demdex.com"))
                    .partner("acme")
                    .dataCollection(DataCollectionSettings.builder()
                            .alias("acme.demdex.net")
                            .organisation(FuzzBridge.ORGANISATION)
                            .build())
                    .http(CannedAnswers.of(new Foreign(input)))
                    .build();
            try (Connector connector = new AudienceManagerConnectorFactory()
                    .connect(settings, FuzzBridge.withoutFiles())
                    .get()) {
                call(connector.ability(DataCollection.class).get());
            }
        });
    }

    private static void call(DataCollection collection) {
        collection.send(EventCall.builder().addTraits(1).build(), OPTIONS);
        collection.sync(IdSync.builder().dataSource(5).id("a").build(), OPTIONS);
        collection.visitor(VisitorCall.unknown(), OPTIONS);
    }
}
