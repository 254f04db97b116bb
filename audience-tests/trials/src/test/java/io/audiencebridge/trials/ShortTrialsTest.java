// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Trials in short: real processes, real sockets, few members. The README tells what the long trials take. */
final class ShortTrialsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void killed_imports_and_shares_end_as_undisturbed_ones() {
        int code = run("kill", "--members", "2000", "--case", "import,share", "--steps", "1", "--random", "1");

        assertThat(text())
                .contains("figure kills 5", "figure resumed 5", "figure different 0")
                .contains("figure lost 0", "figure doubled 0", "figure below 0");
        assertThat(code).isZero();
    }

    @Test
    void shares_at_once_against_systems_that_throttle_all_end() {
        int code = run("load", "--minutes", "0.1", "--shares", "4", "--members", "500");

        assertThat(text()).contains("figure failed 0").doesNotContain("figure throttled-calls 0\n");
        assertThat(code).isZero();
    }

    @Test
    void a_slice_of_broken_set_ups_is_named_and_no_healthy_one_is_blamed() {
        int code = run("diagnose", "--every", "24");

        assertThat(text()).contains("figure falsely-blocked 0").containsPattern("figure diagnosed \\d+ of \\d+");
        assertThat(code).isZero();
    }

    @Test
    void forecasts_name_what_was_planted_and_hold_the_truth() {
        int code = run("forecast", "--people", "400", "--sets", "6", "--large", "0");

        assertThat(text())
                .doesNotContain("WRONG")
                .contains("figure ids-told 0")
                .containsPattern("figure forecasts [1-9]");
        assertThat(code).isZero();
    }

    private int run(String... arguments) {
        return TrialsMain.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
