// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformConnectorFactory;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExports;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.OneFolder;
import io.audiencebridge.fuzzing.Watched;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An export of Experience Platform as somebody else has put it. The first character chooses the file's ending or a manifest, the second how the rows are written. */
class PlatformExportsFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.standard();
    private static final String AUDIENCE = "979558ae-a8ba-4e6e-b6ba-95c0a523b44a";
    private static final String STEM = "Campaign_segment" + AUDIENCE + "_20240501200000";
    private static final byte[] ROWS =
            "personalEmail_address,segmentMembership_status\na,realized\n".getBytes(StandardCharsets.UTF_8);

    @FuzzTest
    void any_export_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        Foreign content = foreign.after(2).perhapsAmplified();
        ExportDestination destination = ExportDestination.builder()
                .name("Campaign")
                .keyColumn("personalEmail.address")
                .csv(csv(foreign.choice(1, 4)))
                .build();
        Map<String, byte[]> files = switch (foreign.choice(0, 3)) {
            case 0 -> Map.of(STEM + ".csv", content.bytes());
            case 1 -> Map.of(STEM + ".csv.gz", content.bytes());
            default -> Map.of(STEM + ".csv", ROWS, "manifest-" + AUDIENCE + ".json", content.bytes());
        };
        Watched.reading(content.length(), () -> read(files, destination));
    }

    private static CsvOptions csv(int choice) {
        CsvOptions.Builder options = CsvOptions.builder();
        return switch (choice) {
            case 0 -> options.build();
            case 1 -> options.charset(StandardCharsets.UTF_16).build();
            case 2 -> options.delimiter(';').escape('"').build();
            default ->
                options.addColumns("personalEmail_address", "segmentMembership_status")
                        .build();
        };
    }

    private static void read(Map<String, byte[]> files, ExportDestination destination) {
        try (Connector connector = new ExperiencePlatformConnectorFactory()
                .connect(
                        ExperiencePlatformSettings.builder()
                                .addDestinations(destination)
                                .build(),
                        new FuzzBridge(new OneFolder(files)))
                .get()) {
            PlatformExports exports = connector.ability(PlatformExports.class).get();
            exports.list(destination, ExportAudience.of(AUDIENCE), OPTIONS).forEach(listing -> {
                for (PlatformExport export : listing.complete()) {
                    exports.rows(destination, export, OPTIONS).forEach(PlatformExportsFuzzTest::drain);
                }
            });
        }
    }

    private static void drain(ExportRows rows) {
        try (rows) {
            boolean more = true;
            while (more) {
                more = rows.next().exists(batch -> batch.isDefined());
            }
            rows.rejected();
            rows.notices();
        }
    }
}
