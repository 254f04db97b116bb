// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what is compiled here. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path HERE = Path.of("src/test/java/io/audiencebridge/adapter/storagesftp/ReadmeTest.java");
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
    void settings_of_a_server() {
        String password = "hunter2";

        var drop = SftpSettings.builder()
                .host("sftp.example.com")
                .user("acme")
                .password(Secret.of(password))
                .addHostKeys("SHA256:0123456789012345678901234567890123456789012")
                .folder("/outgoing/campaign")
                .build();

        assertThat(SettingsCheck.violations(drop)).isEmpty();
        assertThat(drop.toString()).doesNotContain(password);
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
