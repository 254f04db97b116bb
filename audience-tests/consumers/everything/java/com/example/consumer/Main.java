// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.engineduckdb.DuckEngineSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.journaljdbc.JdbcJournalSettings;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.adapter.storagesftp.SftpSettings;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.InvalidRequestException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sends everybody to Audience Manager by a bucket and brings them back into a list of Campaign, matched out of core, journal in a database. Arguments: the sandbox's control
 * address, an empty folder, and {@code class} or {@code module}. Prints one line; fails with a stack trace.
 */
public final class Main {
    private static final DataSource VISITORS =
            DataSource.builder().from(DataSource.visitor(13701)).destinationId(20101).build();
    private static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    private static final ConnectionName AUDIENCE_MANAGER = new ConnectionName("audience-manager");

    private final Emulators emulators;
    private final Path folder;

    private Main(Emulators emulators, Path folder) {
        this.emulators = emulators;
        this.folder = folder;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        same("path", arguments[2], Main.class.getModule().isNamed() ? "module" : "class");
        System.out.println(new Main(new Emulators(URI.create(arguments[0])), folder).thereAndBack());
    }

    private String thereAndBack() throws Exception {
        emptyCipherIsRefused();
        String title = "Of " + folder.getFileName();
        try (AudienceBridge bridge = bridge()) {
            Receipt sent = delivered(bridge, bridge.share(ShareRequest.builder()
                    .list(titled(bridge, CAMPAIGN, "All recipients").ref())
                    .to(AUDIENCE_MANAGER)
                    .audience(title)
                    .dataSource(VISITORS)
                    .build()));
            emulators.advance(Duration.ofDays(3));
            Receipt back = delivered(bridge, bridge.importAudience(ImportRequest.builder()
                    .audience(titled(bridge, AUDIENCE_MANAGER, title).ref())
                    .into(CAMPAIGN)
                    .list(title)
                    .dataSource(VISITORS)
                    .build()));
            var match = back.imported().orElseThrow().match();
            same("members back", sent.exported().orElseThrow().rows(), match.matched() + match.ambiguous());
            long shared = sent.exported().orElseThrow().shared();
            long listed = titled(bridge, CAMPAIGN, title).details().size().orElseThrow();
            same("people in the list", shared, listed);
            return "shared " + shared + ", back in a list of " + listed;
        }
    }

    /** The cipher's factory is found, and asks for a key. */
    private void emptyCipherIsRefused() throws IOException {
        try (AudienceBridge bridge = AudienceBridge.builder()
                .cipher("adobe", OpenPgpSettings.builder().build())
                .home(folder.resolve("refused"))
                .build()) {
            throw new IllegalStateException(bridge + " was made without a key");
        } catch (InvalidRequestException refused) {
            same("asked for a key", true, refused.getMessage().contains("openPgp"));
        }
    }

    private Receipt delivered(AudienceBridge bridge, Receipt first) throws Exception {
        Receipt receipt = first;
        for (int waits = 0; receipt.waiting().isPresent() && waits < 5; waits++) {
            emulators.advance(Duration.between(
                            emulators.instant(), receipt.waiting().get().until())
                    .plusMinutes(1));
            receipt = bridge.resume(receipt.run());
        }
        same("delivered", true, receipt.state().isDelivered());
        return receipt;
    }

    private static Audience titled(AudienceBridge bridge, ConnectionName connection, String title) {
        return bridge.browse(AudienceQuery.builder()
                        .connection(connection)
                        .search(title)
                        .build())
                .audiences()
                .find(audience -> audience.title().equals(title))
                .get();
    }

    private AudienceBridge bridge() {
        URI sftp = emulators.address("sftp");
        return AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(emulators.address("ims"))
                        .organisation(new ImsOrgId(emulators.text("orgId")))
                        .clientId(emulators.text("clientId"))
                        .clientSecret(Secret.of(emulators.text("clientSecret")))
                        .build())
                .connect(CampaignSettings.builder()
                        .uri(emulators.address("campaign"))
                        .build())
                .connect(AudienceManagerSettings.builder()
                        .uri(emulators.address("audienceManager"))
                        .partner("sandbox")
                        .build())
                .files("inbound", bucket("inboundBucket"))
                .files("outbound", bucket("outboundBucket"))
                .files(
                        "spare",
                        SftpSettings.builder()
                                .host(sftp.getHost())
                                .port(sftp.getPort())
                                .user(emulators.text("sftpUser"))
                                .password(Secret.of(emulators.text("sftpPassword")))
                                .addHostKeys(emulators.text("sftpHostKey"))
                                .build())
                .engine(DuckEngineSettings.builder().build())
                .journal(JdbcJournalSettings.builder()
                        .file(folder.resolve("journal"))
                        .build())
                .home(folder.resolve("home"))
                .clock(emulators)
                .build();
    }

    private S3Settings bucket(String name) {
        return S3Settings.builder()
                .endpoint(emulators.address("s3"))
                .bucket(emulators.text(name))
                .accessKey(emulators.text("s3AccessKey"))
                .secretKey(Secret.of(emulators.text("s3SecretKey")))
                .build();
    }

    private static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + " should be " + expected + ", but is " + found);
        }
    }
}
