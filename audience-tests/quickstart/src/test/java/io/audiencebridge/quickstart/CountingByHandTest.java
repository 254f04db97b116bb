// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files written by hand, with good, bad, duplicate, shared and malformed rows, and what was counted by hand (SEMANTICS S2, S3, S4, S10, S13, S18).
 *
 * <p>{@code people.csv} has 10 people that can be read and 5 lines that cannot. One person has no keys of either declared kind, one has no visitor id, one
 * has nothing but malformed keys; recipients 3 and 4 share a visitor id, 3 and 9 a declared id, 2 and 5 an e-mail address that differs in case.
 */
class CountingByHandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copy_the_files() throws IOException {
        for (String name : new String[] {"people.csv", "visitors.sync", "declared.sync", "addresses.sync.gz"}) {
            try (InputStream in = CountingByHandTest.class.getResourceAsStream("/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    @Test
    void by_visitor_id() throws IOException {
        assertThat(report(Map.of())).isEqualTo("""
                        {"export":{"read":10,"shared":8,"alreadyShared":0,"rows":9,"complement":{"noVisitorId":1,"noDeclaredId":0,"invalid":1,"optedOut":0}},\
                        "import":{"read":9,"matched":8,"ambiguous":1,"unmatched":0,"invalid":0,"duplicate":0,"suppressed":0,"links":10,"collapsed":2,"listSize":8,"added":8,"kept":0,"removed":0}}
                        """);
        assertThat(folder.resolve("people.rejected.csv")).hasContent("""
                line,reason
                11,has a recipientId that was seen before
                12,has 3 columns instead of 4
                13,has no recipientId
                14,has a recipientId that is neither a 64-bit number nor a UUID
                16,is not UTF-8
                """);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("The journey as a page: " + Path.of("target", "quickstart", "report.html"))
                .contains("Campaign shows 8 people in list 'Back from Audience Manager'")
                .contains(
                        "REJECTED\n  5 lines could not be read; see " + folder.resolve("people.rejected.csv") + "\n\n");
        assertThat(Path.of("target", "quickstart", "report.html"))
                .content()
                .contains("8 of 10 people are shared, and 8 people are in the list now")
                .doesNotContain("not told");
    }

    @Test
    void by_visitor_id_from_a_file_that_names_two_segments() throws IOException {
        assertThat(imported(Map.of("audience", "visitors.sync", "segment", "7")))
                .isEqualTo("""
                        {"read":8,"matched":4,"ambiguous":1,"unmatched":1,"invalid":1,"duplicate":1,"suppressed":0,"links":6,"collapsed":1,"listSize":5,"added":5,"kept":0,"removed":0}""");
    }

    @Test
    void by_plain_declared_id() throws IOException {
        assertThat(report(Map.of("keyedBy", "declared"))).isEqualTo("""
                        {"export":{"read":10,"shared":7,"alreadyShared":0,"rows":6,"complement":{"noVisitorId":0,"noDeclaredId":1,"invalid":2,"optedOut":0}},\
                        "import":{"read":6,"matched":5,"ambiguous":1,"unmatched":0,"invalid":0,"duplicate":0,"suppressed":0,"links":7,"collapsed":0,"listSize":7,"added":7,"kept":0,"removed":0}}
                        """);
    }

    @Test
    void by_plain_declared_id_from_a_file() throws IOException {
        assertThat(imported(Map.of("keyedBy", "declared", "audience", "declared.sync")))
                .isEqualTo("""
                        {"read":7,"matched":3,"ambiguous":1,"unmatched":1,"invalid":1,"duplicate":1,"suppressed":0,"links":5,"collapsed":0,"listSize":5,"added":5,"kept":0,"removed":0}""");
    }

    /** Hashed, a declared id may hold a blank or a colon: 7 and 8 are in. */
    @Test
    void by_hashed_declared_id() throws IOException {
        assertThat(report(Map.of("keyedBy", "declared", "form", "sha256"))).isEqualTo("""
                        {"export":{"read":10,"shared":9,"alreadyShared":0,"rows":8,"complement":{"noVisitorId":0,"noDeclaredId":1,"invalid":0,"optedOut":0}},\
                        "import":{"read":8,"matched":7,"ambiguous":1,"unmatched":0,"invalid":0,"duplicate":0,"suppressed":0,"links":9,"collapsed":0,"listSize":9,"added":9,"kept":0,"removed":0}}
                        """);
    }

    @Test
    void by_hashed_address_from_a_zipped_file() throws IOException {
        assertThat(report(Map.of("keyedBy", "declared", "field", "email", "audience", "addresses.sync.gz")))
                .isEqualTo("""
                        {"export":{"read":10,"shared":7,"alreadyShared":0,"rows":6,"complement":{"noVisitorId":0,"noDeclaredId":1,"invalid":2,"optedOut":0}},\
                        "import":{"read":7,"matched":2,"ambiguous":1,"unmatched":1,"invalid":2,"duplicate":1,"suppressed":0,"links":4,"collapsed":0,"listSize":4,"added":4,"kept":0,"removed":0}}
                        """);
    }

    @Test
    void wrong_options_end_with_exit_code_1_and_no_stack_trace() {
        int code = run(Map.of("people", "0", "keyedBy", "cookie", "segment", "7"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("3 options are wrong:")
                .doesNotContain("\tat ");
        assertThat(out.size()).isZero();
    }

    private String imported(Map<String, String> given) throws IOException {
        String report = report(given);
        return report.substring(report.indexOf("\"import\":") + "\"import\":".length(), report.lastIndexOf('}'));
    }

    @Test
    void what_audience_manager_stored_and_what_came_back_stand_behind_the_counts() throws IOException {
        assertThat(whole(Map.of()))
                .containsPattern(
                        "\"stored\":\\{\"sent\":9,\"received\":9,\"stored\":9,\"unexplained\":0,\"realized\":9,")
                .contains("\"membership\":{\"deliveries\":1,\"entered\":9,\"again\":0,\"left\":0,\"members\":9}")
                .doesNotContain("notices");
    }

    /** The counts of the export and the import, without what later releases added behind them. */
    private String report(Map<String, String> given) throws IOException {
        return whole(given).replaceFirst("(?s),\"stored\":.*", "}\n");
    }

    private String whole(Map<String, String> given) throws IOException {
        Path report = folder.resolve("report.json");
        Map<String, String> all = new HashMap<>(given);
        all.computeIfPresent("audience", (name, file) -> folder.resolve(file).toString());
        all.put("recipients", folder.resolve("people.csv").toString());
        all.put("report", report.toString());
        assertThat(run(all)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(report);
    }

    private int run(Map<String, String> given) {
        return new Quickstart(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(given::get);
    }
}
