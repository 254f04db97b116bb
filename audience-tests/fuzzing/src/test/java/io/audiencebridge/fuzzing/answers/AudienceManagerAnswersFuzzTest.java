// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerConnectorFactory;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceQuery;
import io.audiencebridge.adapter.audiencemanager.client.DestinationQuery;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.adapter.audiencemanager.client.SearchQuery;
import io.audiencebridge.adapter.audiencemanager.client.SegmentQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudienceQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudiences;
import io.audiencebridge.adapter.audiencemanager.client.TraitQuery;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.net.URI;
import java.time.Duration;

/** One body as the answer to every reading call of Audience Manager's API. The first character chooses the status. */
class AudienceManagerAnswersFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(20));
    private static final Period DAY = Period.endingAt(FuzzBridge.NOON, Duration.ofDays(1));

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        HttpSettings canned = CannedAnswers.of(new Foreign(input));
        Watched.reading(input.length, () -> readAll(URI.create("https://api.demdex.com"), canned));
    }

    /** Asks the server at {@code uri} everything. */
    static void readAll(URI uri, HttpSettings http) {
        try (Connector connector = connector(uri, http)) {
            read(connector.ability(AudienceManagerClient.class).get());
            SharedAudiences shared = connector.ability(SharedAudiences.class).get();
            shared.find(1, OPTIONS);
            shared.browse(SharedAudienceQuery.all(), OPTIONS).next();
        }
    }

    private static void read(AudienceManagerClient client) {
        client.self(OPTIONS);
        client.regions(OPTIONS);
        client.dataSources().find(1, OPTIONS);
        client.dataSources().list(DataSourceQuery.all(), OPTIONS).all();
        client.dataSources().idTypes(OPTIONS);
        client.dataSources().inboundHistory(1, DAY, OPTIONS);
        client.dataSources().inboundSamples(1, DAY, "file", OPTIONS);
        client.traits().find(1, OPTIONS);
        client.traits().list(TraitQuery.all(), OPTIONS).all();
        client.traits().validate("\"a\"==\"b\"", OPTIONS);
        client.traits().limits(OPTIONS);
        client.segments().find(1, OPTIONS);
        client.segments().list(SegmentQuery.all(), OPTIONS).all();
        client.segments().estimate("1T", OPTIONS);
        client.segmentFolders().tree(OPTIONS);
        client.traitFolders().find(1, OPTIONS);
        client.destinations().find(1, OPTIONS);
        client.destinations().list(DestinationQuery.all(), OPTIONS).all();
        client.destinations().outboundHistory(1, DAY, OPTIONS);
        client.destinations().mappings(1).list(SearchQuery.all(), OPTIONS).all();
        client.derivedSignals().list(SearchQuery.all(), OPTIONS).all();
    }

    private static Connector connector(URI uri, HttpSettings http) {
        AudienceManagerSettings settings = AudienceManagerSettings.builder()
                .uri(uri)
                .partner("acme")
                .http(http)
                .build();
        return new AudienceManagerConnectorFactory()
                .connect(settings, FuzzBridge.withoutFiles())
                .get();
    }
}
