// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that is frozen, ignored or allowed to be empty is no rule. */
final class NoExcusesTest {

    @Test
    void no_violation_is_ignored_by_a_list_of_patterns() {
        assertThat(getClass().getResource("/archunit_ignore_patterns.txt")).isNull();
    }

    @Test
    void a_rule_without_a_subject_fails() {
        assertThat(ArchConfiguration.get().getPropertyOrDefault("archRule.failOnEmptyShould", "true"))
                .isEqualTo("true");
    }

    @Test
    void no_rule_is_frozen_or_excused() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> excuses = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("NoExcusesTest.java"))
                    .filter(NoExcusesTest::excuses)
                    .toList();

            assertThat(excuses).isEmpty();
        }
    }

    private static boolean excuses(Path file) {
        try {
            String text = Files.readString(file);
            return Stream.of("FreezingArchRule", "allowEmptyShould", "@ArchIgnore", "@Disabled")
                    .anyMatch(text::contains);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
