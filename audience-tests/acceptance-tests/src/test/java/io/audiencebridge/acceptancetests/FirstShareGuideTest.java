// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the guide "first share" runs from its first line to its last. */
@SandboxTest
final class FirstShareGuideTest {
    @TempDir
    Path home;

    @Test
    void a_list_becomes_an_audience_and_comes_back(Sandbox sandbox) {
        try (AudienceBridge bridge = builder(sandbox).clock(sandbox.clock()).build()) {
            AudienceRef list = found(bridge);
            DataSource source = DataSource.builder()
                    .from(DataSource.visitor(sandbox.audienceManagerData().visitorDataSourceId()))
                    .destinationId(sandbox.audienceManagerData().visitorDestinationId())
                    .build();

            Receipt first = shared(bridge, list, source);
            assertThat(first.state()).isEqualTo(RunState.AWAITING_TRAIT);
            sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            later(bridge);
            Receipt receipt = bridge.track(first.run());
            assertThat(receipt.state().isDelivered()).isTrue();
            assertThat(balance(receipt))
                    .isEqualTo(receipt.exported().orElseThrow().read());

            sandbox.clock().advance(Journey.FILES_TRAVELLED);
            ImportRequest request = back(bridge, source);
            Receipt back = broughtBack(bridge, request);
            assertThat(back.imported().orElseThrow().listSize())
                    .isGreaterThanOrEqualTo(receipt.exported().orElseThrow().shared());
            assertThat(unmatched(bridge, request, back)).isZero();

            sandbox.campaignData().deleteRecipient("20");
            Receipt without = broughtBack(bridge, request);
            assertThat(unmatched(bridge, request, without)).isPositive();
        }
    }

    private AudienceBridgeBuilder builder(Sandbox sandbox) {
        String organisation = sandbox.orgId();
        String clientId = sandbox.clientId();
        String clientSecret = sandbox.clientSecret();
        URI campaign = sandbox.campaign();
        S3Settings inbound =
                Journey.bucket(sandbox.description(), "inboundBucket").build();
        S3Settings outbound =
                Journey.bucket(sandbox.description(), "outboundBucket").build();
        URI ims = sandbox.ims();
        URI audienceManager = sandbox.audienceManager();

        AudienceBridgeBuilder builder = AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(ims)
                        .organisation(new ImsOrgId(organisation))
                        .clientId(clientId)
                        .clientSecret(Secret.of(clientSecret))
                        .build())
                .connect(CampaignSettings.builder().uri(campaign).build())
                .connect(AudienceManagerSettings.builder()
                        .uri(audienceManager)
                        .partner("sandbox")
                        .build())
                .files("inbound", inbound)
                .files("outbound", outbound)
                .home(home);
        return builder;
    }

    private static AudienceRef found(AudienceBridge bridge) {
        AudiencePage page = bridge.browse(AudienceQuery.builder()
                .connection(new ConnectionName("campaign"))
                .search("recipients")
                .build());
        page.audiences().forEach(audience -> System.out.println(audience.ref() + " " + audience.title()));
        AudienceRef list = page.audiences().head().ref();
        return list;
    }

    private static Receipt shared(AudienceBridge bridge, AudienceRef list, DataSource source) {
        Receipt receipt = bridge.share(ShareRequest.builder()
                .list(list)
                .to(new ConnectionName("audience-manager"))
                .audience("Loyal customers")
                .dataSource(source)
                .build());
        receipt.waiting().ifPresent(waiting -> System.out.println(waiting.because() + " until " + waiting.until()));
        return receipt;
    }

    private static void later(AudienceBridge bridge) {
        bridge.resumeDue().forEach(resumed -> System.out.println(resumed.run() + " " + resumed.outcome()));
    }

    private static long balance(Receipt receipt) {
        ExportTally tally = receipt.exported().orElseThrow();
        long accounted =
                tally.shared() + tally.alreadyShared() + tally.complement().total();
        return accounted;
    }

    private static ImportRequest back(AudienceBridge bridge, DataSource source) {
        AudienceRef audience = bridge.browse(AudienceQuery.builder()
                        .connection(new ConnectionName("audience-manager"))
                        .search("Loyal customers")
                        .build())
                .audiences()
                .head()
                .ref();
        ImportRequest request = ImportRequest.builder()
                .audience(audience)
                .into(new ConnectionName("campaign"))
                .list("Loyal customers, back")
                .dataSource(source)
                .build();
        return request;
    }

    private static Receipt broughtBack(AudienceBridge bridge, ImportRequest request) {
        Receipt back = bridge.importAudience(request);
        System.out.println(bridge.report(back).text());
        return back;
    }

    private static long unmatched(AudienceBridge bridge, ImportRequest request, Receipt back) {
        MatchTally match = back.imported().orElseThrow().match();
        System.out.println(match.unmatched() + " of " + match.read() + " rows hold an id that no recipient has");

        Forecast forecast = bridge.forecast(ForecastRequest.of(request));
        forecast.nearMisses().forEach(miss -> System.out.println(miss.seen() + " " + miss.remedy()));
        Diagnosis diagnosis = bridge.diagnose(DiagnosisRequest.of(request));
        diagnosis.cause().forEach(cause -> System.out.println(cause.seen() + " " + cause.remedy()));
        return match.unmatched();
    }
}
