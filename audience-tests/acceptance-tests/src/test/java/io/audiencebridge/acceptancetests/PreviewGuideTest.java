// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to previews and timelines shows is what is compiled here, and it does what the guide says. */
final class PreviewGuideTest {
    private final List<String> alarms = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void a_share_is_previewed_followed_and_explained() {
        try (Journey journey = new Journey(People.withoutSharedKeys(20), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            ShareRequest request = journey.share(journey.everybody(), "Guided", source);
            assertThat(preview(journey.bridge, request).exported()).isPresent();
            Receipt receipt = journey.shared(journey.everybody(), "Guided", source);

            follow(journey.bridge, receipt.run());
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Explanation why = explain(
                    journey.bridge,
                    journey.audienceTitled("Guided"),
                    source,
                    new RecipientRef(Journey.CAMPAIGN, RecipientId.of(1)));
            String told = standing(journey.bridge, journey.importOf("Guided", "Guided, back", source));

            assertThat(why.verdict()).isEqualTo(Explanation.Verdict.IN);
            assertThat(told).contains("DELIVERED");
            assertThat(listening()).isNotNull();
            assertThat(alarms).isEmpty();
        }
    }

    private static Preview preview(AudienceBridge bridge, ShareRequest request) {
        Preview preview = bridge.preview(request);
        return preview;
    }

    private static void follow(AudienceBridge bridge, RunId run) {
        Timeline timeline = bridge.timeline(run);
        for (TimelineLeg leg : timeline.legs()) {
            System.out.println(leg.title() + ": " + leg.state());
        }
    }

    private AudienceBridgeBuilder listening() {
        AudienceBridgeBuilder builder = AudienceBridge.builder().listener(event -> {
            if (event instanceof SharingEvent.LegStuck stuck) {
                alarm(stuck.leg().title(), stuck.leg().told());
            }
        });
        return builder;
    }

    private void alarm(String title, String told) {
        alarms.add(title + ": " + told);
    }

    private static String standing(AudienceBridge bridge, ImportRequest request) {
        IfNewer outcome = bridge.importIfNewer(request);
        String told = outcome instanceof IfNewer.Ran ran
                ? "Run " + ran.receipt().run() + " is " + ran.receipt().state()
                : "Nothing: " + outcome.because();
        return told;
    }

    private static Explanation explain(
            AudienceBridge bridge, AudienceRef audience, DataSource dataSource, RecipientRef recipient) {
        Explanation why = bridge.explain(new ExplainRequest(audience, dataSource, new Person.Recipient(recipient)));
        return why;
    }
}
