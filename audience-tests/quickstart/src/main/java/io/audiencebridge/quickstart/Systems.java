// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;

/** The sandbox's systems as a bridge sees them: what a user of real ones would write, with other addresses. */
final class Systems {
    private final Sandbox sandbox;

    Systems(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    AudienceBridge bridge(Path home, Progress progress) {
        SandboxAudienceManager company = sandbox.audienceManagerData();
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
                        .partner(company.partnerName())
                        .addMergeRules(MergeRule.lastAuthenticated(
                                company.mergeRuleDataSourceId(), company.declaredDataSourceId()))
                        .build())
                .files("inbound", bucket(sandbox.inboundBucket()))
                .files("outbound", bucket(sandbox.outboundBucket()))
                .home(home)
                .clock(sandbox.clock())
                .application("audience-bridge-quickstart")
                .progress(progress)
                .build();
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
