// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the guide on observability are the code's. */
class ObservedNamesTest {
    private static final Path GUIDE = Path.of("../docs/observability.md");
    private static final Path SERVICES =
            Path.of("../../audience-domain/src/main/java/io/audiencebridge/domain/service");
    private static final Pattern STEP = Pattern.compile("new Step\\(\\s*\"([^\"]+)\"");

    @Test
    void the_guide_lists_every_use_case() throws IOException {
        assertThat(words("<!-- use cases -->"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Verb.values()).map(Verb::word).toList());
    }

    @Test
    void the_guide_lists_every_step() throws IOException {
        Set<String> steps = new TreeSet<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            for (Path file : files.toList()) {
                STEP.matcher(Files.readString(file))
                        .results()
                        .forEach(step -> steps.add(step.group(1).replace(' ', '-')));
            }
        }

        assertThat(words("<!-- steps -->")).containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void the_guide_lists_every_outcome_and_the_keys_of_the_log() throws IOException {
        String guide = Files.readString(GUIDE);
        String outcomes =
                guide.lines().filter(line -> line.startsWith("| `outcome` |")).collect(Collectors.joining());

        assertThat(BridgeError.class.getPermittedSubclasses())
                .allSatisfy(type -> assertThat(outcomes)
                        .contains('`'
                                + type.getSimpleName()
                                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                        .toLowerCase(Locale.ROOT)
                                + '`'));
        assertThat(guide).contains("| `" + LogKeys.CALL + "` |", "| `" + LogKeys.RUN + "` |");
    }

    private static List<String> words(String mark) throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(mark);
        assertThat(begin).as(mark).isPositive();
        return Pattern.compile("`([a-z-]+)`")
                .matcher(guide.substring(begin, guide.indexOf("<!-- end -->", begin)))
                .results()
                .map(word -> word.group(1))
                .toList();
    }
}
