// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A destination that cannot work is refused before anything is waited for, with all its mistakes at once. */
class CheckingDestinationsTest {
    @Test
    void every_mistake_is_told_at_once() {
        BridgeError error = refused(ExportDestination.builder()
                .name(" ")
                .keyColumn("")
                .folder("/aep/")
                .fileNames("%NOPE%")
                .rowsPerFile(0)
                .settledAfter(Duration.ofSeconds(-1))
                .schedule(ExportSchedule.builder().every(Duration.ZERO).build())
                .csv(CsvOptions.builder().delimiter('"').maxRowBytes(0).build())
                .build());

        assertThat(((BridgeError.InvalidRequest) error).violations().map(Violation::subject))
                .containsExactlyInAnyOrder(
                        "experiencePlatform.destinations.name",
                        "experiencePlatform.destinations.keyColumn",
                        "experiencePlatform.destinations.folder",
                        "experiencePlatform.destinations.fileNames",
                        "experiencePlatform.destinations.rowsPerFile",
                        "experiencePlatform.destinations.settledAfter",
                        "experiencePlatform.destinations.schedule.every",
                        "experiencePlatform.destinations.csv.delimiter",
                        "experiencePlatform.destinations.csv.maxRowBytes");
    }

    @Test
    void a_template_that_knows_audiences_by_name_alone_needs_their_names() {
        ExportDestination unnamed =
                Exported.destination().fileNames("%SEGMENT_NAME%_%TIMESTAMP%").build();

        assertThat(refused(unnamed).message()).contains("audienceNames", "'Campaign'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aep", "aep/", "aep//campaign", "../aep", "aep/..", "/"})
    void a_folder_is_a_path_inside_the_exchange(String folder) {
        assertThat(refused(Exported.destination().folder(folder).build()).message())
                .contains(folder);
    }

    private static BridgeError refused(ExportDestination destination) {
        return new ExperiencePlatformConnectorFactory()
                .connect(
                        ExperiencePlatformSettings.builder()
                                .addDestinations(destination)
                                .build(),
                        new MemoryFiles())
                .getLeft();
    }
}
