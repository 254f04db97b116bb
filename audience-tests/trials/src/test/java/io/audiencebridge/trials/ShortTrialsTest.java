// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The trials in short: real processes, real sockets, few members. The README tells what the long ones take. */
final class ShortTrialsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void killed_imports_and_shares_end_as_undisturbed_ones() {
        int code = run("kill", "--members", "2000", "--case", "import,share", "--steps", "2", "--random", "2");

        assertThat(text())
                .contains("figure kills 10", "figure resumed 10", "figure different 0")
                .contains("figure lost 0", "figure doubled 0", "figure below 0");
        assertThat(code).isZero();
    }

    @Test
    void shares_at_once_all_finish_though_the_systems_throttle() {
        int code = run("load", "--minutes", "0.1", "--shares", "8", "--members", "500");

        assertThat(text())
                .contains("figure failed 0\n")
                .containsPattern("figure shares \\d+\n")
                .containsPattern("figure throttled-calls [1-9]")
                .containsPattern("figure heap-growth-percent -?\\d+")
                .containsPattern("figure connections-at-most \\d+\n")
                .containsPattern("figure threads-at-most [1-9]");
        assertThat(code).isZero();
    }

    private int run(String... arguments) {
        return TrialsMain.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
