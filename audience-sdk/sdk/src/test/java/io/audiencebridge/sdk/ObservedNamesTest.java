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
    private static final Pattern STEP = Pattern.compile("new Step\\(\\s*(\"[^\"]+\"|[A-Za-z]+\\.[A-Z]+)");

    @Test
    void the_guide_lists_every_use_case() throws IOException {
        assertThat(words("<!-- use cases -->"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Verb.values()).map(Verb::word).toList());
    }

    @Test
    void the_guide_lists_every_step() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(SERVICES)) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        Set<String> steps = STEP.matcher(sources)
                .results()
                .map(step -> named(step.group(1), sources).replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(STEP.matcher(sources).results()).hasSize(sources.toString().split("new Step\\(", -1).length - 1);
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

    /** A word in quotes, or the constant that has it. */
    private static String named(String word, CharSequence sources) {
        if (word.startsWith("\"")) {
            return word.substring(1, word.length() - 1);
        }
        String constant = word.substring(word.indexOf('.') + 1);
        return Pattern.compile("String " + constant + " = \"([^\"]+)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
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
