// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what is compiled here. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path HERE =
            Path.of("src/test/java/io/audiencebridge/adapter/experienceplatform/ReadmeTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_compiled(String example) throws IOException {
        assertThat(bare(Files.readString(HERE))).contains(bare(example));
    }

    @Test
    void a_destination_with_the_schedule_of_its_audiences() {
        var destination = ExportDestination.builder()
                .name("Campaign")
                .keyColumn("personalEmail.address")
                .folder("aep/campaign")
                .manifests(true)
                .schedule(ExportSchedule.builder()
                        .firstExport(Instant.parse("2024-05-01T20:00:00Z"))
                        .every(Duration.ofHours(3))
                        .build())
                .build();

        assertThat(destination.scheduleOf("any").kind(Instant.parse("2024-05-01T22:59:59Z"), false))
                .containsExactly(ExportKind.FULL);
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
