// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of names in the guide is the code's, to the word. */
class ContractTest {
    private static final Path GUIDE = Path.of("../docs/observability.md");
    private static final Pattern ROW = Pattern.compile("\\| `(audiencebridge\\.[a-z]+)` \\| ([^|]+) \\|.*");
    private static final Pattern WORD = Pattern.compile("`([a-z.]+)`");

    @Test
    void the_guide_lists_every_observation_with_its_keys_and_no_other() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String line : Files.readAllLines(GUIDE)) {
            Matcher row = ROW.matcher(line);
            // the keys of the log have rows of their own, without words in this place
            if (row.matches() && !words(row.group(2)).isEmpty()) {
                written.put(row.group(1), words(row.group(2)));
            }
        }

        assertThat(written)
                .isEqualTo(Stream.of(BridgeObservation.values())
                        .collect(Collectors.toMap(
                                BridgeObservation::getName,
                                what -> Stream.of(what.getLowCardinalityKeyNames())
                                        .map(key -> key.asString())
                                        .collect(Collectors.toSet()))));
    }

    private static Set<String> words(String cell) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(cell);
        while (word.find()) {
            words.add(word.group(1));
        }
        return words;
    }
}
