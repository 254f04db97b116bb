// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's Java is this project's: each block stands, line for line, in one of its sources. */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void every_block_of_the_readme_is_code_that_is_compiled_and_run() throws IOException {
        String sources = sources();
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> flat(block.group(1)))
                .toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4).allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(flat(Files.readString(file)));
            }
            return all.toString();
        }
    }

    /** Without indentation. */
    private static String flat(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")) + "\n";
    }
}
