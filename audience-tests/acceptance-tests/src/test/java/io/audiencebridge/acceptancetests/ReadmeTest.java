// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README and the Javadoc of the face show only what compiles. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path FACE =
            Path.of("..", "..", "audience-sdk", "sdk", "src/main/java/io/audiencebridge/sdk/AudienceBridge.java");
    private static final Path PROGRAM = Path.of("src/test/java/io/audiencebridge/acceptancetests/ReadmeProgram.java");

    @Test
    void the_program_of_the_first_screen_is_the_compiled_one() throws IOException {
        assertThat(between(README, "```java", "```")).isEqualTo(between(PROGRAM, "// readme:begin", "// readme:end"));
    }

    @Test
    void the_program_of_the_face_is_the_compiled_one() throws IOException {
        String shown = between(FACE, "* <pre>{@code", "* }</pre>").replaceAll("(?m)^\\s*\\* ", "");

        assertThat(shown).isEqualTo(between(PROGRAM, "// readme:begin", "// readme:end"));
    }

    private static String between(Path file, String begin, String end) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int from = first(lines, begin, 0) + 1;
        return String.join("\n", lines.subList(from, first(lines, end, from))).stripIndent();
    }

    private static int first(List<String> lines, String wanted, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(wanted)) {
                return i;
            }
        }
        throw new AssertionError("No line says " + wanted);
    }
}
