// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformConnectorFactory;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOrder;
import io.audiencebridge.adapter.experienceplatform.client.AudienceEstimates;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudiences;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespaces;
import io.audiencebridge.adapter.experienceplatform.client.LandingZone;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.experienceplatform.client.SegmentDefinitions;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJobs;
import io.audiencebridge.adapter.experienceplatform.client.SegmentSearch;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationSchedules;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import io.vavr.collection.Vector;
import java.net.URI;
import java.time.Duration;

/** One body as the answer to every reading call of Experience Platform. The first character chooses the status. */
class PlatformAnswersFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(20));
    private static final String ID = "8a3dbd90-5a3f-4b9c-9d7b-0c2f0f6d6a11";

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        HttpSettings canned = CannedAnswers.of(new Foreign(input));
        Watched.reading(input.length, () -> readAll(ExperiencePlatformSettings.PRODUCTION, canned));
    }

    /** Asks the server at {@code uri} everything. */
    static void readAll(URI uri, HttpSettings http) {
        ExperiencePlatformSettings settings =
                ExperiencePlatformSettings.builder().uri(uri).http(http).build();
        try (Connector connector = new ExperiencePlatformConnectorFactory()
                .connect(settings, FuzzBridge.withoutFiles())
                .get()) {
            audiences(connector);
            flows(connector);
            jobs(connector);
        }
    }

    private static void audiences(Connector connector) {
        PlatformAudiences audiences = connector.ability(PlatformAudiences.class).get();
        audiences.find(ID, OPTIONS);
        audiences.list(PlatformAudienceQuery.all(), OPTIONS).all();
        audiences.findAll(Vector.of(ID), OPTIONS);
        connector.ability(IdentityNamespaces.class).get().list(OPTIONS);
        connector.ability(AudienceEstimates.class).get().find(ID, OPTIONS);
        connector.ability(SegmentDefinitions.class).get().list(OPTIONS).all();
        connector.ability(SegmentSearch.class).get().namespaces(OPTIONS);
        connector.ability(SegmentSearch.class).get().find("AEPSegments", "name", OPTIONS);
        connector.ability(ExternalAudiences.class).get().task(ID, OPTIONS);
    }

    private static void flows(Connector connector) {
        PlatformFlows flows = connector.ability(PlatformFlows.class).get();
        flows.find(ID, OPTIONS);
        flows.destinations(OPTIONS).all();
        connector.ability(PlatformRuns.class).get().find(ID, OPTIONS);
        connector.ability(PlatformRuns.class).get().list(ID, OPTIONS).all();
        PlatformDestinations destinations =
                connector.ability(PlatformDestinations.class).get();
        destinations.connectionSpecs(OPTIONS);
        destinations.flowSpec(DestinationKind.ADOBE_CAMPAIGN, OPTIONS);
        connector.ability(LandingZone.class).get().credentials(OPTIONS);
    }

    private static void jobs(Connector connector) {
        connector.ability(SegmentJobs.class).get().list(OPTIONS).all();
        connector.ability(SegmentJobs.class).get().find(ID, OPTIONS);
        connector.ability(ExportJobs.class).get().list(OPTIONS).all();
        connector.ability(ExportJobs.class).get().find(1, OPTIONS);
        connector.ability(SegmentationSchedules.class).get().list(OPTIONS).all();
        connector.ability(AdHocActivation.class).get().activate(AdHocOrder.of(ID, ID), OPTIONS);
    }
}
