// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide for authors shows stands in the tutorial or in the tests of the adapter in memory, and the contracts that it names are there. */
final class AdaptersGuideTest {
    private static final Path GUIDE = Path.of("../../audience-sdk/docs/adapters.md");
    private static final List<Path> SOURCES = List.of(
            Path.of("../../audience-sdk/docs/loyaltyhub/src"), Path.of("../../audience-adapters/in-memory/src/test"));
    private static final Path CONTRACTS = Path.of("../contract-kit/src/main/java/io/audiencebridge/contractkit");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CONTRACT = Pattern.compile("`(\\w+Contract)`");

    @Test
    void every_example_is_compiled_and_run_somewhere() throws IOException {
        String sources = sources();
        List<String> examples = EXAMPLE.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> bare(found.group(1)))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(sources).contains(example));
    }

    @Test
    void every_contract_that_is_named_is_there() throws IOException {
        assertThat(CONTRACT.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(name -> Files.exists(CONTRACTS.resolve(name + ".java")));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(bare(Files.readString(file)));
                }
            }
        }
        return all.toString();
    }

    private static String bare(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
