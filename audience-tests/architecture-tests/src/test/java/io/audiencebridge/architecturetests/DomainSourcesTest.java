// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DomainSourcesTest {

    private static final Path SOURCES = Path.of("..", "..", "audience-domain", "src", "main", "java");
    private static final int LONGEST = 400;

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public .*?(class|interface|enum|record|@interface) ");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?ms)^/\\*\\*(?:(?!\\*/).)+\\*/\\s*(?:^[@ )}].*?\\R)*^public ");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_public_type_of_the_domain_says_what_it_promises(Path source) throws IOException {
        String text = Files.readString(source);

        boolean silent =
                PUBLIC_TYPE.matcher(text).find() && !DOCUMENTED.matcher(text).find();

        assertThat(silent).as("%s has a public type without Javadoc", source).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_file_of_the_domain_fits_one_reading(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);

        assertThat(lines).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST);
    }
}
