// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.collection.List;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/**
 * Shares everybody whom Campaign knows, over HTTP to the sandbox and into a folder, and holds the receipt to the written file. Arguments: the sandbox's control address, an empty
 * folder, the versions of Jackson and Vavr that must be at work, and {@code class} or {@code module}. Prints one line; fails with a stack trace.
 */
public final class Main {
    private static final long VISITORS = 13701;
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
        same("Jackson", arguments[2], PackageVersion.VERSION.toString());
        same("Vavr", "vavr-" + arguments[3] + ".jar", jar(List.class));
        same("path", arguments[4], Main.class.getModule().isNamed() ? "module" : "class");
        same("SDK's jar", arguments[4].equals("module"), AudienceBridge.class.getModule().isNamed());
        System.out.println(new Main(new Emulators(URI.create(arguments[0])), folder).share());
    }

    private String share() throws Exception {
        try (AudienceBridge bridge = bridge()) {
            Audience everybody = bridge.browse(
                            AudienceQuery.builder()
                                    .connection(CAMPAIGN)
                                    .search("All recipients")
                                    .build())
                    .audiences()
                    .head();
            Receipt receipt = bridge.share(ShareRequest.builder()
                    .list(everybody.ref())
                    .to(AUDIENCE_MANAGER)
                    .audience("Of " + folder.getFileName())
                    .dataSource(DataSource.visitor(VISITORS))
                    .build());
            same("waiting for a new trait", true, receipt.waiting().isPresent());
            emulators.advance(Duration.ofHours(5));
            receipt = bridge.resume(receipt.run());
            same("delivered", true, receipt.state().isDelivered());
            return checked(bridge, receipt);
        }
    }

    private String checked(AudienceBridge bridge, Receipt receipt) throws IOException {
        ExportTally tally = receipt.exported().orElseThrow();
        same("read", tally.read(), tally.shared() + tally.alreadyShared() + tally.complement().total());
        same("rows in files", tally.rows(), rows());
        same("somebody is shared", true, tally.shared() > 0);
        Path report = folder.resolve("report.json");
        bridge.report(receipt).as(ReportFormat.JSON).writeTo(report);
        same("report", true, new ObjectMapper().readTree(report.toFile()).size() > 0);
        return "read " + tally.read() + " = shared " + tally.shared() + " + not shared "
                + tally.complement().total() + ", rows " + tally.rows();
    }

    private AudienceBridge bridge() throws IOException {
        Files.createDirectories(folder.resolve("inbound"));
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
                .files("inbound", FolderSettings.of(folder.resolve("inbound")))
                .home(folder.resolve("home"))
                .clock(emulators)
                .application("consumer")
                .build();
    }

    private long rows() throws IOException {
        long rows = 0;
        try (var files = Files.walk(folder.resolve("inbound"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                rows += rows(file);
            }
        }
        return rows;
    }

    private static long rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().count();
        }
    }

    private static String jar(Class<?> type) throws Exception {
        Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return String.valueOf(jar.getFileName());
    }

    private static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + " should be " + expected + ", but is " + found);
        }
    }
}
