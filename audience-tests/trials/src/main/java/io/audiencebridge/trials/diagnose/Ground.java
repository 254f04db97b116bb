// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Bridges;
import java.io.IOException;
import java.time.Duration;

/** The healthy sharing before anything is broken: it was really done, by the bridge, and its files travelled both ways. */
final class Ground {
    /** The audience's title. */
    static final String AUDIENCE = "Loyal";

    /** The list that was shared: everybody in the sandbox. */
    static final String LIST = "allRecipients";

    /** The list into which the audience is imported. */
    static final String INTO = "Loyal and back";

    /** Until a trait is live. */
    private static final Duration LIVE = Duration.ofHours(5);

    /** Until a file was read, and what it brought was delivered to the destination. */
    private static final Duration TRAVELLED = Duration.ofHours(49);

    private final Sandbox sandbox;
    private final Control control;
    private String segment = "";

    Ground(Sandbox sandbox, Control control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    /** Shares the list, and lets time pass until everything arrived everywhere. */
    void prepare(Journey journey, AudienceBridge bridge) throws IOException, InterruptedException {
        Receipt receipt = bridge.share(share(journey));
        control.advance(LIVE);
        receipt = bridge.resume(receipt.run());
        if (receipt.state() != RunState.DELIVERED) {
            throw new IOException("The healthy sharing did not succeed: " + receipt.state());
        }
        control.advance(TRAVELLED);
        segment = control.segment(AUDIENCE);
        if (!journey.leaving() && journey.route() == Route.SYSTEM) {
            bind(journey);
        }
    }

    /** Campaign's own workflow fills lists that are bound to an audience. */
    private void bind(Journey journey) throws IOException, InterruptedException {
        control.seed("{'lists':[{'label':'" + INTO + "','members':[],'audience':{'name':'" + AUDIENCE
                + "','segmentId':'" + segment + "','dataSource':'"
                + (journey.declared() ? "declaredId" : "defaultDataSource") + "'}}]}");
    }

    /** Asks about a journey. */
    DiagnosisRequest request(Journey journey) {
        return journey.leaving() ? DiagnosisRequest.of(asked(journey)) : DiagnosisRequest.of(imported(journey));
    }

    /** The healthy sharing is always the bridge's own. */
    private ShareRequest share(Journey journey) {
        return ShareRequest.builder()
                .list(new AudienceRef(Bridges.CAMPAIGN, sandbox.campaignData().allRecipientsList()))
                .to(Bridges.AUDIENCE_MANAGER)
                .audience(AUDIENCE)
                .dataSource(dataSource(journey))
                .build();
    }

    private ShareRequest asked(Journey journey) {
        return ShareRequest.builder()
                .from(share(journey))
                .route(journey.route())
                .build();
    }

    private ImportRequest imported(Journey journey) {
        return ImportRequest.builder()
                .audience(new AudienceRef(Bridges.AUDIENCE_MANAGER, segment))
                .into(Bridges.CAMPAIGN)
                .list(INTO)
                .dataSource(dataSource(journey))
                .route(journey.route())
                .build();
    }

    private DataSource dataSource(Journey journey) {
        return journey.declared() ? declared() : visitors();
    }

    private DataSource visitors() {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().visitorDataSourceId())
                .key(new Visitor())
                .destinationId(sandbox.audienceManagerData().visitorDestinationId())
                .build();
    }

    private DataSource declared() {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .key(Declared.builder().field("declaredId").build())
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .destinationId(sandbox.audienceManagerData().declaredDestinationId())
                .mergeRuleDataSourceId(sandbox.audienceManagerData().mergeRuleDataSourceId())
                .build();
    }
}
