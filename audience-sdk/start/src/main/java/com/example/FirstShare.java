// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Shares Campaign's list of all recipients as an audience of Audience Manager, in the sandbox: your own systems differ by their addresses and secrets. */
public final class FirstShare {
    private FirstShare() {}

    public static void main(String[] arguments) throws IOException {
        // The sandbox forgets everything when it ends, so the bridge begins anew with it. For your own systems this is a folder that stays.
        Path home = Files.createTempDirectory("first-share");
        try (Sandbox sandbox = Sandbox.builder().recipients(1_000).start();
                AudienceBridge bridge = bridge(sandbox, home)) {
            Receipt receipt = share(sandbox, bridge);
            System.out.println(bridge.report(receipt).as(ReportFormat.TEXT).text());
        }
        System.exit(0);
    }

    static Receipt share(Sandbox sandbox, AudienceBridge bridge) {
        Receipt receipt = bridge.share(ShareRequest.builder()
                .list(new AudienceRef(
                        new ConnectionName("campaign"), sandbox.campaignData().allRecipientsList()))
                .to(new ConnectionName("audience-manager"))
                .audience("Loyal customers")
                .dataSource(DataSource.visitor(sandbox.audienceManagerData().visitorDataSourceId()))
                .build());
        // A new trait needs four hours. Nothing sleeps for that: the receipt says until when, and the sandbox's clock goes there at once.
        while (receipt.waiting().isPresent()) {
            Instant until = receipt.waiting().get().until();
            System.out.println(
                    "Waits until " + until + ": " + receipt.waiting().get().because());
            sandbox.clock().advance(Duration.between(sandbox.clock().instant(), until).plusMinutes(1));
            receipt = bridge.resume(receipt.run());
        }
        return receipt;
    }

    static AudienceBridge bridge(Sandbox sandbox, Path home) {
        return AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(sandbox.ims())
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .clientId(sandbox.clientId())
                        .clientSecret(Secret.of(sandbox.clientSecret()))
                        .build())
                .connect(CampaignSettings.builder().uri(sandbox.campaign()).build())
                .connect(AudienceManagerSettings.builder()
                        .uri(sandbox.audienceManager())
                        .partner(sandbox.audienceManagerData().partnerName())
                        .build())
                .files(
                        "inbound",
                        S3Settings.builder()
                                .endpoint(sandbox.s3())
                                .bucket(sandbox.inboundBucket())
                                .accessKey(sandbox.s3AccessKey())
                                .secretKey(Secret.of(sandbox.s3SecretKey()))
                                .build())
                .home(home)
                .clock(sandbox.clock())
                .application("my-first-share")
                .build();
    }
}
