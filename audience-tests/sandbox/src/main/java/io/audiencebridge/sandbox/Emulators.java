// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import io.audiencebridge.sandbox.audiencemanager.AudienceManagerEmulator;
import io.audiencebridge.sandbox.audiencemanager.dcs.DcsEmulator;
import io.audiencebridge.sandbox.campaign.CampaignEmulator;
import io.audiencebridge.sandbox.campaign.Instance;
import io.audiencebridge.sandbox.campaign.workflow.Outside;
import io.audiencebridge.sandbox.control.ControlHandler;
import io.audiencebridge.sandbox.experienceplatform.ExperiencePlatformEmulator;
import io.audiencebridge.sandbox.experienceplatform.exports.Storages;
import io.audiencebridge.sandbox.experienceplatform.flows.StorageCredentials;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.ims.ImsEmulator;
import io.audiencebridge.sandbox.s3.BucketFolders;
import io.audiencebridge.sandbox.s3.S3Emulator;
import io.audiencebridge.sandbox.server.SandboxServer;
import io.audiencebridge.sandbox.sftp.SftpEmulator;
import java.util.Map;
import java.util.function.Supplier;

/** The emulators of one sandbox, each on its port and wired to the others. Thread-safe. */
final class Emulators implements AutoCloseable {
    private final SandboxServer server = new SandboxServer(new SandboxClock());
    private final AccessTokens tokens = new AccessTokens(server.clock());
    private final ImsClient client = Accounts.client();
    private final BucketFolders objects = BucketFolders.of(
            Accounts.INBOUND_BUCKET, Accounts.OUTBOUND_BUCKET, Accounts.BULK_BUCKET, Accounts.PLATFORM_BUCKET);
    private final SftpEmulator sftp = new SftpEmulator();
    private final ImsEmulator ims = new ImsEmulator(client, tokens, server.clock());
    private final AudienceManagerEmulator audienceManager = new AudienceManagerEmulator(
            client,
            Accounts.legacy(),
            tokens,
            server.clock(),
            objects,
            new AudienceManagerEmulator.Buckets(Accounts.INBOUND_BUCKET, Accounts.OUTBOUND_BUCKET));
    private final ExperiencePlatformEmulator platform = new ExperiencePlatformEmulator(
            client,
            tokens,
            server.clock(),
            new Storages(objects, Accounts.PLATFORM_BUCKET, sftp.data()),
            new StorageCredentials(
                    Accounts.S3_ACCESS_KEY,
                    Accounts.S3_SECRET_KEY,
                    SftpEmulator.USER,
                    SftpEmulator.PASSWORD,
                    SftpEmulator.userKey()));
    private final CampaignEmulator campaign;

    /** Opens every port; the description is what the control API tells. */
    Emulators(Sandbox.Builder builder, Supplier<Map<String, String>> description) {
        campaign = new CampaignEmulator(instance(builder), tokens, server.clock());
        server.mount(ims, builder.port(1));
        server.mount(new S3Emulator(objects, Accounts.S3_ACCESS_KEY, Accounts.S3_SECRET_KEY), builder.port(7));
        server.mount(sftp, builder.port(8));
        server.mount(campaign, builder.port(2));
        server.mount(audienceManager, builder.port(3));
        server.mount(new DcsEmulator(audienceManager.partner(client.orgId()), client, tokens), builder.port(4));
        server.mount(platform, builder.port(6));
        server.mountUnfiltered("control", ControlHandler.over(server, description), builder.port(0));
    }

    private Instance instance(Sandbox.Builder builder) {
        String bucket = ".s3.amazonaws.com";
        return new Instance(
                builder.people(),
                builder.firstId(),
                new Instance.Operator(Accounts.OPERATOR, Accounts.PASSWORD),
                client,
                Accounts.INBOUND_BUCKET + bucket + "/" + audienceManager.data().partnerName(),
                Accounts.OUTBOUND_BUCKET + bucket,
                new Outside(
                        objects,
                        Accounts.S3_ACCESS_KEY,
                        Accounts.S3_SECRET_KEY,
                        Accounts.BULK_BUCKET,
                        audienceManager::traitOfAudience));
    }

    SandboxServer server() {
        return server;
    }

    BucketFolders objects() {
        return objects;
    }

    SftpEmulator sftp() {
        return sftp;
    }

    ImsEmulator ims() {
        return ims;
    }

    CampaignEmulator campaign() {
        return campaign;
    }

    AudienceManagerEmulator audienceManager() {
        return audienceManager;
    }

    ExperiencePlatformEmulator platform() {
        return platform;
    }

    @Override
    public void close() {
        server.close();
        objects.close();
        platform.close();
    }
}
