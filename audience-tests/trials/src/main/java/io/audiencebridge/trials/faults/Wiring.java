// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudSettings;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.time.Duration;

/** Sets up a bridge to a world: everything it can do, with little patience. */
final class Wiring {
    static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    static final ConnectionName AUDIENCE_MANAGER = new ConnectionName("audience-manager");
    static final ConnectionName PLATFORM = new ConnectionName("experience-platform");

    /** Calls made for one request at most. */
    static final int ATTEMPTS = 3;

    private static final Duration SILENCE = Duration.ofMillis(1500);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration RETRIES = Duration.ofSeconds(5);
    private static final int PAGE = 5;

    private final World world;
    private final Way way;
    private final Sandbox sandbox;

    Wiring(World world, Way way) {
        this.world = world;
        this.way = way;
        this.sandbox = world.sandbox();
    }

    AudienceBridgeBuilder builder() {
        return AudienceBridge.builder()
                .signIn(signIn())
                .connect(CampaignSettings.builder()
                        .uri(world.address("campaign", way))
                        .pageSize(PAGE)
                        .writeBatchSize(PAGE)
                        .http(http())
                        .build())
                .connect(audienceManager())
                .connect(ExperienceCloudSettings.builder()
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .uri(world.address("dcs", way))
                        .http(http())
                        .build())
                .connect(ExperiencePlatformSettings.builder()
                        .addDestinations(PlatformExports.reading(way.encrypted()))
                        .http(http())
                        .build())
                .files("inbound", bucket(sandbox.inboundBucket()))
                .files("outbound", bucket(sandbox.outboundBucket()))
                .files("platform", bucket(sandbox.platformBucket()))
                .cipher("adobe", Keys.inbound(way.wrongKey()))
                .cipher("platform", Keys.exports(way.wrongKey()))
                .home(world.disk().folder())
                .limit(way.limit())
                .clock(world::instant);
    }

    private AudienceManagerSettings audienceManager() {
        AudienceManagerSettings.Builder settings = AudienceManagerSettings.builder()
                .uri(world.address("audienceManager", way))
                .partner(sandbox.audienceManagerData().partnerName())
                .http(http());
        return (way.encrypted() ? settings.inboundCipher("adobe") : settings).build();
    }

    private ImsSettings signIn() {
        return ImsSettings.builder()
                .uri(world.address("ims", way))
                .organisation(new ImsOrgId(sandbox.orgId()))
                .clientId(sandbox.clientId())
                .clientSecret(Secret.of(sandbox.clientSecret()))
                .refusalsKept(Duration.ZERO)
                .http(http())
                .build();
    }

    private HttpSettings http() {
        return HttpSettings.builder()
                .client(world.client())
                .connectTimeout(CONNECTING)
                .readTimeout(SILENCE)
                .maxAttempts(ATTEMPTS)
                .retryBudget(RETRIES)
                .build();
    }

    private S3Settings bucket(String name) {
        return S3Settings.builder()
                .endpoint(way.store().orElseGet(() -> world.address("s3", way)))
                .bucket(name)
                .accessKey(sandbox.s3AccessKey())
                .secretKey(Secret.of(sandbox.s3SecretKey()))
                .connectTimeout(CONNECTING)
                .readTimeout(SILENCE)
                .maxAttempts(ATTEMPTS)
                .build();
    }
}
