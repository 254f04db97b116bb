// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManagerServer;
import io.audiencebridge.sandbox.audiencemanager.dcs.Region;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatformServer;
import io.audiencebridge.sandbox.ims.SandboxIms;
import io.audiencebridge.sandbox.s3.ObjectStore;
import io.audiencebridge.sandbox.sftp.SandboxSftp;
import io.audiencebridge.sandbox.sftp.SftpEmulator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Emulators of the Adobe systems in one process, each on its own loopback port, over one virtual clock.
 *
 * <p>Holds no class of the product it tests: it is written from the protocol pages and speaks only the wire. Thread-safe.
 * Close it to free the ports.
 */
public final class Sandbox implements AutoCloseable {
    private final Emulators emulators;
    private final long seed;

    private Sandbox(Builder builder) {
        seed = builder.seed;
        emulators = new Emulators(builder, this::description);
    }

    /** A sandbox with the default seed on free ports. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Settings for a sandbox. */
    public static Builder builder() {
        return new Builder();
    }

    /** Base address of the identity service, without a trailing slash, as all addresses here. */
    public URI ims() {
        return address("ims");
    }

    /** Where a visitor's browser, and a server, finds the ID service. */
    public URI idService() {
        return URI.create(dcs() + "/dpm.demdex.net");
    }

    /** A browser that nobody knows yet, on pages of the sandbox's organisation. */
    public SandboxBrowser newBrowser() {
        return new SandboxBrowser(idService(), orgId(), clock());
    }

    /** What a test can do at the identity service, past the wire. */
    public SandboxIms imsServer() {
        return emulators.ims().data();
    }

    /** Base address of the Campaign instance. */
    public URI campaign() {
        return address("campaign");
    }

    /** What Campaign holds, without the wire. */
    public SandboxCampaign campaignData() {
        return emulators.campaign().data();
    }

    /** How the Campaign server behaves, for tests that need it to behave otherwise. */
    public SandboxCampaignServer campaignServer() {
        return emulators.campaign().server();
    }

    /** Base address of the control API. */
    public URI control() {
        return address("control");
    }

    /** The IMS organisation that owns everything in the sandbox. */
    public String orgId() {
        return Accounts.ORG_ID;
    }

    /** The OAuth client, which is the API key too. */
    public String clientId() {
        return Accounts.CLIENT_ID;
    }

    /** The OAuth client's secret; its characters need form encoding on purpose. */
    public String clientSecret() {
        return Accounts.CLIENT_SECRET;
    }

    /** The Campaign operator for native logon. */
    public String operator() {
        return Accounts.OPERATOR;
    }

    /** The Campaign operator's password. */
    public String password() {
        return Accounts.PASSWORD;
    }

    /** Base address of Audience Manager, without the version. */
    public URI audienceManager() {
        return address("audienceManager");
    }

    /**
     * Base address of the data collection servers of the nearest region. One port stands for all their hosts: the {@code Host} header names the host that is called ({@code
     * acme.demdex.net}), else it is {@code sandbox.demdex.net}.
     */
    public URI dcs() {
        return address("dcs");
    }

    /**
     * Base address of the data collection servers of a region.
     *
     * @throws IllegalArgumentException if there is no such region
     */
    public URI dcs(int region) {
        String host = Region.of(region)
                .orElseThrow(() -> new IllegalArgumentException("There is no region " + region))
                .host();
        return URI.create(dcs() + "/" + host);
    }

    /** Base address of the Customer Data API. */
    public URI customerData() {
        return URI.create(dcs() + "/dmp-data.adobe.io");
    }

    /** The client of Audience Manager's old tokens. */
    public String legacyClientId() {
        return Accounts.LEGACY_CLIENT_ID;
    }

    /** That client's secret; its characters need care on purpose. */
    public String legacyClientSecret() {
        return Accounts.LEGACY_CLIENT_SECRET;
    }

    /** The user of Audience Manager's old tokens. */
    public String legacyUser() {
        return Accounts.LEGACY_USER;
    }

    /** That user's password. */
    public String legacyPassword() {
        return Accounts.LEGACY_PASSWORD;
    }

    /** How Audience Manager behaves, for tests that need it to behave otherwise. */
    public SandboxAudienceManagerServer audienceManagerServer() {
        return emulators.audienceManager().server();
    }

    /** What Audience Manager holds, without the wire. */
    public SandboxAudienceManager audienceManagerData() {
        return emulators.audienceManager().data();
    }

    /** Base address of Experience Platform, without a path. */
    public URI experiencePlatform() {
        return address("platform");
    }

    /** How Experience Platform answers, for tests that need it to answer otherwise. */
    public SandboxExperiencePlatformServer experiencePlatformServer() {
        return emulators.platform().server();
    }

    /** What Experience Platform holds, and what it exports, without the wire. */
    public SandboxExperiencePlatform experiencePlatformData() {
        return emulators.platform().data();
    }

    /** The base address of S3; buckets are the first part of a path. */
    public URI s3() {
        return address("s3");
    }

    /** The S3 access key id. */
    public String s3AccessKey() {
        return Accounts.S3_ACCESS_KEY;
    }

    /** The S3 secret access key; its characters need care in a shell on purpose. */
    public String s3SecretKey() {
        return Accounts.S3_SECRET_KEY;
    }

    /** The bucket that partners write files for Audience Manager to. */
    public String inboundBucket() {
        return Accounts.INBOUND_BUCKET;
    }

    /** The bucket that Audience Manager writes files for destinations to. */
    public String outboundBucket() {
        return Accounts.OUTBOUND_BUCKET;
    }

    /** The bucket that Platform's destinations write to. */
    public String platformBucket() {
        return Accounts.PLATFORM_BUCKET;
    }

    /** The bucket of Campaign's own workflows: files they extract and files they load. */
    public String bulkBucket() {
        return Accounts.BULK_BUCKET;
    }

    /** What is in the buckets, without the wire. */
    public ObjectStore objects() {
        return emulators.objects();
    }

    /** The SFTP server: {@code sftp://host:port}; its folder {@code exchange} is there, and the account may write below its home. */
    public URI sftp() {
        return address("sftp");
    }

    /** The SFTP account. */
    public String sftpUser() {
        return SftpEmulator.USER;
    }

    /** The SFTP account's password. */
    public String sftpPassword() {
        return SftpEmulator.PASSWORD;
    }

    /** A private key of the SFTP account, the text of an OpenSSH file. It is no secret: it opens sandboxes only. */
    public String sftpUserKey() {
        return SftpEmulator.userKey();
    }

    /** The SFTP server's public key, as a line of {@code known_hosts} holds it. */
    public String sftpHostKey() {
        return SftpEmulator.hostKey();
    }

    /** What is on the SFTP server, and what goes wrong there, without the wire. */
    public SandboxSftp sftpData() {
        return emulators.sftp().data();
    }

    /** The number from which the data comes. */
    public long seed() {
        return seed;
    }

    /** The virtual clock that all emulators go by. */
    public SandboxClock clock() {
        return emulators.server().clock();
    }

    /** The newest recorded exchanges, oldest first. */
    public List<Exchange> exchanges() {
        return emulators.server().log().exchanges();
    }

    /** Replaces the fault rules. */
    public void faults(List<FaultRule> rules) {
        emulators.server().faults(rules);
    }

    /** Replaces the fault rules. */
    public void faults(FaultRule... rules) {
        faults(List.of(rules));
    }

    /** The fault rules in force, in their order, with how often each fired since it was set. */
    public List<FaultCount> faultCounts() {
        return emulators.server().plan().standings().stream()
                .map(standing -> new FaultCount(standing.rule(), standing.matched(), standing.fired()))
                .toList();
    }

    /** Removes all fault rules and opens every port. */
    public void clearFaults() {
        faults(List.of());
    }

    /** Back to how it was started: data, clock, faults, sessions and recorded exchanges. */
    public void reset() {
        emulators.server().reset();
    }

    /** What a program needs to use the sandbox: base addresses and credentials, by the keys of the one-line output. */
    public Map<String, String> description() {
        return Description.of(this, emulators.server().addresses());
    }

    @Override
    public void close() {
        emulators.close();
    }

    private URI address(String system) {
        return emulators.server().address(system);
    }

    /** How a sandbox starts: how many people it holds, where it listens, and from which seed its data comes. */
    public static final class Builder {
        private int recipients = 1000;
        private @Nullable Iterable<SeedRecipient> people;
        private int portBase;
        private long seed = 1;
        private int firstId = 2001;

        private Builder() {}

        int firstId() {
            return firstId;
        }

        /** How many recipients there are, zero or more; 1,000 by default. */
        public Builder recipients(int count) {
            recipients = count;
            return this;
        }

        /** Holds exactly these people, instead of generated ones; read once, when it starts, and again at every reset. */
        public Builder recipients(Iterable<SeedRecipient> given) {
            people = given;
            return this;
        }

        /**
         * The first port; 0, the default, takes free ones. The control API listens on the base itself, then come ims,
         * campaign, audienceManager, dcs, idService, platform, s3 and sftp in this order.
         */
        public Builder portBase(int first) {
            portBase = first;
            return this;
        }

        /** Seeds with the same number hold the same data; 1 by default. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /**
         * The number of the first record that Campaign makes; 2001 by default. Numbers have 32 bits and go on from the largest to the smallest, so a negative one, or one near
         * {@link Integer#MAX_VALUE}, gives an instance as old ones are.
         */
        public Builder firstId(int number) {
            firstId = number;
            return this;
        }

        /** Starts it; every port is open when this returns. */
        public Sandbox start() {
            if (recipients < 0) {
                throw new IllegalArgumentException("recipients must be zero or more, but is " + recipients);
            }
            return new Sandbox(this);
        }

        /** The people it starts with. */
        Iterable<SeedRecipient> people() {
            return people == null ? new GeneratedPeople(recipients, seed) : people;
        }

        int port(int offset) {
            return portBase == 0 ? 0 : portBase + offset;
        }
    }
}
