// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command line. */
final class TrialsMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_name_that_nobody_knows_is_a_wrong_command_and_is_told() {
        int code = run("kil");

        assertThat(code).isEqualTo(2);
        assertThat(text(err)).contains("'kil'", "java -jar audience-trials.jar kill");
    }

    @Test
    void no_name_at_all_is_answered_with_what_there_is() {
        int code = run();

        assertThat(code).isEqualTo(2);
        assertThat(text(err)).contains("Name a trial", "Usage: java -jar audience-trials.jar", "kill", "load");
    }

    @Test
    void an_option_that_is_no_number_and_a_case_that_nobody_knows_are_told() {
        assertThat(run("load", "--shares", "many")).isEqualTo(2);
        assertThat(run("kill", "--case", "exprot")).isEqualTo(2);

        assertThat(text(err)).contains("'many'", "'exprot'", "import-system");
    }

    @Test
    void figures_are_lines_that_programs_find() {
        Figures figures = new Figures(stream(out));

        figures.figure("kills", 12);
        figures.figure("heap-growth-percent", 1.25);

        assertThat(text(out)).isEqualToNormalizingNewlines("figure kills 12\nfigure heap-growth-percent 1.3\n");
    }

    private int run(String... arguments) {
        return TrialsMain.run(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
