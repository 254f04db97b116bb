// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.util.List;

/** Files as a destination named Campaign writes them. */
final class Exported {
    static final String HEADER = "personalEmail_address,segmentMembership_status\n";

    private Exported() {}

    static ExportDestination.Builder destination() {
        return ExportDestination.builder().name("Campaign").keyColumn("personalEmail.address");
    }

    static ExportDestination.Builder since(Instant firstExport) {
        return destination()
                .schedule(ExportSchedule.builder()
                        .firstExport(firstExport)
                        .activated(Instant.EPOCH)
                        .build());
    }

    static Connector connector(MemoryFiles files, ExportDestination... destinations) {
        return new ExperiencePlatformConnectorFactory()
                .connect(
                        ExperiencePlatformSettings.builder()
                                .addDestinations(destinations)
                                .build(),
                        files)
                .get();
    }

    static AudienceRef audience(int number) {
        return new AudienceRef(
                ConnectionName.of(ExperiencePlatformSettings.SYSTEM),
                "979558ae-a8ba-4e6e-b6ba-%012d".formatted(number));
    }

    static String name(AudienceRef audience, Instant time) {
        return FileNameTemplate.parse(FileNameTemplate.DEFAULT)
                .get()
                .name("Campaign", destination().build().audience(audience.id()), time);
    }

    static String content(List<String> entering, List<String> leaving) {
        StringBuilder content = new StringBuilder(HEADER);
        entering.forEach(key -> content.append(key).append(",realized\n"));
        leaving.forEach(key -> content.append(key).append(",exited\n"));
        return content.toString();
    }
}
