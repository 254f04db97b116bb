// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Bridges to everything that a sandbox offers, by the sandbox's own description of itself, which travels to other processes as text. */
public final class Bridges {
    /** The connection to Campaign. */
    public static final ConnectionName CAMPAIGN = new ConnectionName("campaign");

    /** The connection to Audience Manager. */
    public static final ConnectionName AUDIENCE_MANAGER = new ConnectionName("audience-manager");

    /** The connection to Experience Platform, for those who connect it. */
    public static final ConnectionName PLATFORM = new ConnectionName("experience-platform");

    /** The workflow by which the sandbox's Campaign exports. */
    private static final String EXPORT_WORKFLOW = "updateSharedAudience";

    private Bridges() {}

    /** A bridge that keeps its memory in {@code home}; more may be added to it. */
    public static AudienceBridgeBuilder builder(Map<String, String> sandbox, Path home) {
        return builder(sandbox, home, AudienceManagerSettings.builder());
    }

    /** The same, with more settings of the connection to Audience Manager. */
    public static AudienceBridgeBuilder builder(
            Map<String, String> sandbox, Path home, AudienceManagerSettings.Builder audienceManager) {
        return AudienceBridge.builder()
                .signIn(signIn(sandbox))
                .connect(CampaignSettings.builder()
                        .uri(uri(sandbox, "campaign"))
                        .exportWorkflow(EXPORT_WORKFLOW)
                        .build())
                .connect(audienceManager
                        .uri(uri(sandbox, "audienceManager"))
                        .partner("sandbox")
                        .build())
                .files("campaign-bulk", bucket(sandbox, "bulkBucket"))
                .files("inbound", bucket(sandbox, "inboundBucket"))
                .files("outbound", bucket(sandbox, "outboundBucket"))
                .home(home);
    }

    private static ImsSettings signIn(Map<String, String> sandbox) {
        return ImsSettings.builder()
                .uri(uri(sandbox, "ims"))
                .organisation(new ImsOrgId(value(sandbox, "orgId")))
                .clientId(value(sandbox, "clientId"))
                .clientSecret(Secret.of(value(sandbox, "clientSecret")))
                .build();
    }

    /** The bucket that {@code key} of the description names. */
    public static S3Settings bucket(Map<String, String> sandbox, String key) {
        return S3Settings.builder()
                .endpoint(uri(sandbox, "s3"))
                .region("us-east-1")
                .bucket(value(sandbox, key))
                .accessKey(value(sandbox, "s3AccessKey"))
                .secretKey(Secret.of(value(sandbox, "s3SecretKey")))
                .build();
    }

    private static URI uri(Map<String, String> sandbox, String key) {
        return URI.create(value(sandbox, key));
    }

    private static String value(Map<String, String> sandbox, String key) {
        return Objects.requireNonNull(sandbox.get(key), key);
    }
}
