// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.spi.connector.Connector;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A connector to a scripted API with segment 201, mapped to a destination that writes into a folder: a delivery each day, the first one three weeks ago. */
final class Outbound implements AutoCloseable {
    static final AudienceRef SEGMENT = ConnectorBench.segment("201");
    static final DataSource VISITORS = DataSource.builder()
            .id(5)
            .key(new ReconciliationKey.Visitor())
            .destinationId(9)
            .build();

    final Connector connector;
    private final ScriptedApi api = new ScriptedApi();
    private final Path folder;
    private int deliveries;

    Outbound(Path folder) throws Exception {
        this.folder = folder;
        api.answers("GET /v1/segments/201", 200, "{'sid':201,'name':'Gold','segmentRule':'101T'}")
                .answers("GET /v1/destinations/", 200, "[{'destinationId':9,'mappings':[{'sid':201}]}]")
                .answers("GET /v1/destinations/9", 200, "{'destinationId':9,'mappings':[{'sid':201}]}");
        connector = new AudienceManagerConnectorFactory()
                .connect(
                        AudienceManagerSettings.builder()
                                .uri(api.uri())
                                .partner("acme")
                                .http(HttpSettings.builder().maxAttempts(1).build())
                                .build(),
                        new TestContext(
                                Either.right(new TestTokens()),
                                Map.of(
                                        "outbound",
                                        new FolderExchangeFactory()
                                                .open(FolderSettings.of(folder))
                                                .get()),
                                InstantSource.fixed(ConnectorBench.NOON)))
                .get();
    }

    /** A full delivery. */
    void all(List<String> members) throws IOException {
        write("full", ".sync", entering(members));
    }

    /** An incremental one. */
    void change(List<String> entering, List<String> leaving) throws IOException {
        StringBuilder rows = new StringBuilder(entering(entering));
        leaving.forEach(key -> rows.append(key).append("  201\n"));
        write("iter", ".sync", rows.toString());
    }

    /** The first part of one that has another. */
    void half() throws IOException {
        write("full", "001.sync", "");
    }

    private static String entering(List<String> members) {
        StringBuilder rows = new StringBuilder();
        members.forEach(key -> rows.append(key).append(" 201\n"));
        return rows.toString();
    }

    private void write(String mode, String ending, String rows) throws IOException {
        long stamp = ConnectorBench.NOON.minus(Duration.ofDays(21 - deliveries)).toEpochMilli();
        deliveries++;
        Path file = folder.resolve("9/s3_9_5_" + mode + "_" + stamp + ending);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rows);
    }

    @Override
    public void close() {
        connector.close();
        api.close();
    }
}
