// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.time.Instant;

/** The sandbox's systems as a bridge sees them: what a user of real ones would write, with other addresses. */
final class Systems {
    static final ConnectionName PLATFORM = ConnectionName.of(ExperiencePlatformSettings.SYSTEM);

    private final Sandbox sandbox;

    Systems(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    AudienceBridge bridge(Path home, Progress progress) {
        SandboxAudienceManager company = sandbox.audienceManagerData();
        return campaign(home)
                .connect(AudienceManagerSettings.builder()
                        .uri(sandbox.audienceManager())
                        .partner(company.partnerName())
                        .addMergeRules(MergeRule.lastAuthenticated(
                                company.mergeRuleDataSourceId(), company.declaredDataSourceId()))
                        .build())
                .files("inbound", bucket(sandbox.inboundBucket()))
                .files("outbound", bucket(sandbox.outboundBucket()))
                .progress(progress)
                .build();
    }

    /** A bridge to Campaign and to what Platform exports for it, every three hours from {@code firstExport} on. */
    AudienceBridge platformBridge(Path home, Instant firstExport) {
        return campaign(home)
                .connect(ExperiencePlatformSettings.builder()
                        .addDestinations(ExportDestination.builder()
                                .name(PlatformCrowd.DESTINATION)
                                .keyColumn("personalEmail.address")
                                .schedule(ExportSchedule.builder()
                                        .firstExport(firstExport)
                                        .build())
                                .build())
                        .build())
                .files("platform", bucket(sandbox.platformBucket()))
                .build();
    }

    private AudienceBridgeBuilder campaign(Path home) {
        return AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(sandbox.ims())
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .clientId(sandbox.clientId())
                        .clientSecret(Secret.of(sandbox.clientSecret()))
                        .build())
                .connect(CampaignSettings.builder().uri(sandbox.campaign()).build())
                .home(home)
                .clock(sandbox.clock())
                .application("audience-bridge-quickstart");
    }

    DataSource dataSource(ReconciliationKey key) {
        SandboxAudienceManager company = sandbox.audienceManagerData();
        return key instanceof ReconciliationKey.Visitor
                ? DataSource.builder()
                        .id(company.visitorDataSourceId())
                        .key(key)
                        .destinationId(company.visitorDestinationId())
                        .build()
                : DataSource.builder()
                        .id(company.declaredDataSourceId())
                        .key(key)
                        .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                        .destinationId(company.declaredDestinationId())
                        .mergeRuleDataSourceId(company.mergeRuleDataSourceId())
                        .build();
    }

    private S3Settings bucket(String name) {
        return S3Settings.builder()
                .endpoint(sandbox.s3())
                .bucket(name)
                .accessKey(sandbox.s3AccessKey())
                .secretKey(Secret.of(sandbox.s3SecretKey()))
                .build();
    }
}
