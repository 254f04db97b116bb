// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A sandbox with its people and a bridge to it: the public face over real HTTP and S3. */
final class Journey implements AutoCloseable {
    static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    static final ConnectionName AUDIENCE_MANAGER = new ConnectionName("audience-manager");

    /** Longer than a trait needs to be live (SEMANTICS S19). */
    static final Duration TRAIT_IS_LIVE = Duration.ofHours(4).plusMinutes(1);

    /** Longer than a file needs to be stored and an outbound file to be written (SEMANTICS S22). */
    static final Duration FILES_TRAVELLED = Duration.ofDays(2).plusMinutes(1);

    /** Under which people who opt out are remembered; no log line and no message may show it. */
    static final String SUPPRESSION_SECRET = "suppression-secret-of-the-suite";

    /** Audience Manager's regions. */
    static final int[] REGIONS = {3, 4, 6, 7, 8, 9, 11, 12};

    private static final int MOST_LOOKS = 200;

    final Sandbox sandbox;
    final AudienceBridge bridge;

    Journey(List<SeedRecipient> people, Path home) {
        this(people, home, UnaryOperator.identity());
    }

    /** A journey whose connection to Campaign is set up otherwise. */
    Journey(List<SeedRecipient> people, Path home, UnaryOperator<CampaignSettings.Builder> campaign) {
        this(Sandbox.builder().recipients(people).start(), home, campaign, UnaryOperator.identity());
    }

    private Journey(
            Sandbox sandbox,
            Path home,
            UnaryOperator<CampaignSettings.Builder> campaign,
            UnaryOperator<AudienceManagerSettings.Builder> audienceManager) {
        this.sandbox = sandbox;
        this.bridge = builder(sandbox.description(), home, campaign, audienceManager)
                .clock(sandbox.clock())
                .build();
    }

    /** A journey whose inbound files are encrypted to {@code publicKey} and cut at {@code partBytes}. The sandbox must have the secret key. */
    static Journey encrypted(Sandbox sandbox, Path home, String publicKey, long partBytes) {
        OpenPgpSettings key = OpenPgpSettings.builder().publicKey(publicKey).build();
        UnaryOperator<AudienceManagerSettings.Builder> settings =
                audienceManager -> audienceManager.inboundCipher("adobe").inboundPartBytes(partBytes);
        AudienceBridgeBuilder builder = builder(sandbox.description(), home, UnaryOperator.identity(), settings);
        return new Journey(
                sandbox, builder.cipher("adobe", key).clock(sandbox.clock()).build());
    }

    /** The cipher of declared ids that a {@link #linking} journey knows; a key of 128 bits, and a vector. */
    static DeclaredIdCipher declaredIds() {
        return DeclaredIdCipher.of(
                        "campaign",
                        Secret.of("000102030405060708090a0b0c0d0e0f"),
                        Secret.of("101112131415161718191a1b1c1d1e1f"))
                .get();
    }

    /** A journey with a connection to the ID service, and with a cipher of declared ids. */
    static Journey linking(List<SeedRecipient> people, Path home) {
        Sandbox sandbox = Sandbox.builder().recipients(people).start();
        ExperienceCloudSettings idService = ExperienceCloudSettings.builder()
                .organisation(new ImsOrgId(sandbox.orgId()))
                .uri(sandbox.idService())
                .build();
        AudienceBridgeBuilder builder = builder(sandbox.description(), home);
        return new Journey(
                sandbox,
                builder.connect(idService)
                        .declaredIds(declaredIds())
                        .clock(sandbox.clock())
                        .build());
    }

    /** A journey that can tell Audience Manager's data collection of opt-outs, and remembers who opted out under {@link #SUPPRESSION_SECRET}. */
    static Journey remembering(List<SeedRecipient> people, Path home) {
        Sandbox sandbox = Sandbox.builder().recipients(people).start();
        UnaryOperator<AudienceManagerSettings.Builder> settings =
                audienceManager -> audienceManager.dataCollection(dataCollection(sandbox));
        AudienceBridgeBuilder builder = builder(sandbox.description(), home, UnaryOperator.identity(), settings);
        return new Journey(
                sandbox,
                builder.suppressionSecret(Secret.of(SUPPRESSION_SECRET))
                        .clock(sandbox.clock())
                        .build());
    }

    private static DataCollectionSettings dataCollection(Sandbox sandbox) {
        DataCollectionSettings.Builder settings = DataCollectionSettings.builder();
        settings.alias("acme.demdex.net").uri(sandbox.dcs()).idService(sandbox.dcs());
        for (int region : REGIONS) {
            settings.putRegions(region, sandbox.dcs(region));
        }
        return settings.build();
    }

    Journey(Sandbox sandbox, AudienceBridge bridge) {
        this.sandbox = sandbox;
        this.bridge = bridge;
    }

    /** A bridge to everything that the sandbox offers, by the sandbox's own description of itself. */
    static AudienceBridgeBuilder builder(Map<String, String> sandbox, Path home) {
        return builder(sandbox, home, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static AudienceBridgeBuilder builder(
            Map<String, String> sandbox,
            Path home,
            UnaryOperator<CampaignSettings.Builder> campaign,
            UnaryOperator<AudienceManagerSettings.Builder> audienceManager) {
        return AudienceBridge.builder()
                .signIn(signIn(sandbox).build())
                .connect(campaign.apply(CampaignSettings.builder().uri(uri(sandbox, "campaign")))
                        .build())
                .connect(audienceManager.apply(audienceManager(sandbox)).build())
                .files("campaign-bulk", bucket(sandbox, "bulkBucket").build())
                .files("inbound", bucket(sandbox, "inboundBucket").build())
                .files("outbound", bucket(sandbox, "outboundBucket").build())
                .home(home);
    }

    static ImsSettings.Builder signIn(Map<String, String> sandbox) {
        return ImsSettings.builder()
                .uri(uri(sandbox, "ims"))
                .organisation(new ImsOrgId(value(sandbox, "orgId")))
                .clientId(value(sandbox, "clientId"))
                .clientSecret(Secret.of(value(sandbox, "clientSecret")));
    }

    static AudienceManagerSettings.Builder audienceManager(Map<String, String> sandbox) {
        return AudienceManagerSettings.builder()
                .uri(uri(sandbox, "audienceManager"))
                .partner("sandbox");
    }

    static S3Settings.Builder bucket(Map<String, String> sandbox, String bucket) {
        return S3Settings.builder()
                .endpoint(uri(sandbox, "s3"))
                .region("us-east-1")
                .bucket(value(sandbox, bucket))
                .accessKey(value(sandbox, "s3AccessKey"))
                .secretKey(Secret.of(value(sandbox, "s3SecretKey")));
    }

    static URI uri(Map<String, String> sandbox, String key) {
        return URI.create(value(sandbox, key));
    }

    private static String value(Map<String, String> sandbox, String key) {
        return Objects.requireNonNull(sandbox.get(key), key);
    }

    /** A share of all recipients by visitor id, for a bridge that a test built itself. */
    static ShareRequest shareOfEverybody(Sandbox sandbox, String title) {
        return ShareRequest.builder()
                .list(new AudienceRef(CAMPAIGN, sandbox.campaignData().allRecipientsList()))
                .to(AUDIENCE_MANAGER)
                .audience(title)
                .dataSource(KeyKind.VISITOR.dataSource(sandbox))
                .build();
    }

    AudienceRef everybody() {
        return new AudienceRef(CAMPAIGN, sandbox.campaignData().allRecipientsList());
    }

    ShareRequest share(AudienceRef list, String title, DataSource dataSource) {
        return ShareRequest.builder()
                .list(list)
                .to(AUDIENCE_MANAGER)
                .audience(title)
                .dataSource(dataSource)
                .build();
    }

    ImportRequest importOf(String title, String list, DataSource dataSource) {
        return ImportRequest.builder()
                .audience(audienceTitled(title))
                .into(CAMPAIGN)
                .list(list)
                .dataSource(dataSource)
                .build();
    }

    /** Shares, waits for the new trait in virtual time, and goes on until the list is delivered. */
    Receipt shared(AudienceRef list, String title, DataSource dataSource) {
        Receipt receipt = bridge.share(share(list, title, dataSource));
        if (receipt.state().isDelivered()) {
            return receipt;
        }
        sandbox.clock().advance(TRAIT_IS_LIVE);
        return bridge.resume(receipt.run());
    }

    /** Goes on, in virtual time, for as long as the run waits. */
    Receipt delivered(Receipt first) {
        Receipt receipt = first;
        for (int look = 0; look < MOST_LOOKS && receipt.state().isWaiting(); look++) {
            Instant until = receipt.waiting().orElseThrow().until();
            Instant now = sandbox.clock().instant();
            sandbox.clock().advance(until.isAfter(now) ? Duration.between(now, until) : Duration.ofMinutes(1));
            receipt = bridge.resume(receipt.run());
        }
        return receipt;
    }

    AudienceRef audienceTitled(String title) {
        return bridge.browse(AudienceQuery.builder()
                        .connection(AUDIENCE_MANAGER)
                        .search(title)
                        .build())
                .audiences()
                .find(audience -> audience.title().equals(title))
                .getOrElseThrow(() -> new AssertionError("No audience is titled '" + title + "'"))
                .ref();
    }

    Set<String> membersOf(String listLabel) {
        return sandbox.campaignData().lists().stream()
                .filter(list -> list.label().equals(listLabel))
                .map(SandboxList::memberIds)
                .findFirst()
                .<Set<String>>map(TreeSet::new)
                .orElseThrow(() -> new AssertionError("No list is labelled '" + listLabel + "'"));
    }

    @Override
    public void close() {
        bridge.close();
        sandbox.close();
    }
}
