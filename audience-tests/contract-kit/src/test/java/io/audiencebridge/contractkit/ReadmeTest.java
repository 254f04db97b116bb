// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's list of rules is the code's. */
final class ReadmeTest {
    private static final String BEGIN = "<!-- rules: written by RuleList, compared by ReadmeTest -->";
    private static final String END = "<!-- end of rules -->";

    @Test
    void the_readme_lists_every_rule_by_its_number_and_no_other() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));

        List<String> listed = readme.subList(readme.indexOf(BEGIN) + 1, readme.indexOf(END));

        assertThat(listed).containsExactlyElementsOf(RuleList.lines());
    }
}
