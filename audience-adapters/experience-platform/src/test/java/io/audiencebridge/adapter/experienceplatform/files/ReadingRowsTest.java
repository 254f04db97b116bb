// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.RejectReason;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRow;
import io.audiencebridge.domain.error.BridgeError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of files, the good and the bad. Golden cases R1 to R10 of experience-cloud.md, section 7.6. */
class ReadingRowsTest {
    private static final String HEADER =
            "person_name_firstName,person_name_lastName,personalEmail_address,segmentMembership_status\n";
    private static final String ANN = "Ann,Lee,ann@x.org,realized\n";

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("R1", Bench.incremental(), HEADER + ANN, "+ann@x.org"),
                Arguments.of(
                        "R2 incremental", Bench.incremental(), HEADER + "Ann,Lee,ann@x.org,exited\n", "-ann@x.org"),
                Arguments.of("R2 full", Bench.full(), HEADER + "Ann,Lee,ann@x.org,exited\n", "?"),
                Arguments.of(
                        "R4", named(), HEADER + "\"Lee, Ann\",\"a \\\"b\\\" c\",ann@x.org,realized\n", "+a \"b\" c"),
                Arguments.of(
                        "R5", named(), HEADER + "\"Lee, Ann\",\"a \"\"b\"\" c\",ann@x.org,realized\n", "+a \"b\" c"),
                Arguments.of("R6", Bench.incremental(), HEADER + "Ann,Lee\n" + ANN, "? +ann@x.org"),
                Arguments.of("R9", Bench.incremental(), (HEADER + ANN).replace(',', '\t'), "+ann@x.org"),
                Arguments.of("R10", Bench.full(), HEADER, ""));
    }

    private static ExportDestination named() {
        return Bench.destination().keyColumn("person.name.lastName").build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void golden_case(String number, ExportDestination destination, String content, String expected) {
        assertThat(String.join(" ", Bench.read(destination, content).rows())).isEqualTo(expected);
    }

    @Test
    void a_tab_delimited_file_may_end_in_txt() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".txt", (HEADER + ANN).replace(',', '\t'));

        assertThat(Bench.read(files, Bench.incremental(), Bench.only(files, Bench.incremental()))
                        .get()
                        .rows())
                .containsExactly("+ann@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segmentMembership_status",
                "segmentMembership.status",
                "segmentMembership.ups.979558ae-a8ba-4e6e-b6ba-95c0a523b44a.status",
                "segmentMembership_seg_namespace_seg_id_status",
                "segmentMembershipStatus",
                "SEGMENTMEMBERSHIP_STATUS",
                "\"segmentMembership.status\"",
                " segmentMembership_status "
            })
    void the_status_is_found_under_every_spelling(String column) {
        String content = "personalEmail.address," + column + "\nann@x.org,exited\n";

        assertThat(Bench.read(Bench.incremental(), content).rows()).containsExactly("-ann@x.org");
    }

    @Test
    void of_several_status_columns_the_audiences_own_counts() {
        String content = "personalEmail.address,segmentMembership.ups.other.status,segmentMembership.ups."
                + Bench.AUDIENCE + ".status\nann@x.org,realized,exited\n";

        assertThat(Bench.read(Bench.incremental(), content).rows()).containsExactly("-ann@x.org");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of("realized", "+a"),
                Arguments.of("existing", "+a"),
                Arguments.of("Active", "+a"),
                Arguments.of("EXITED", "-a"),
                Arguments.of("Expired", "-a"),
                Arguments.of("\"realized\"", "+a"),
                Arguments.of("", "?"),
                Arguments.of("null", "?"),
                Arguments.of("gone", "?"),
                Arguments.of("realized ", "?"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void a_status_says_who_enters_and_who_leaves(String status, String expected) {
        String content = "personalEmail_address,segmentMembership_status\na," + status + "\n";

        assertThat(Bench.read(Bench.incremental(), content).rows()).containsExactly(expected);
    }

    @Test
    void without_a_status_everybody_enters_and_a_notice_says_so() {
        Bench.Read read = Bench.read(Bench.incremental(), "personalEmail_address\nann@x.org\n");

        assertThat(read.rows()).containsExactly("+ann@x.org");
        assertThat(read.notices()).singleElement().asString().contains("nobody leaves");
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of("2024-05-01T10:00:00Z", "@2024-05-01T10:00:00Z"),
                Arguments.of("2024-05-01T10:00:00.1234Z", "@2024-05-01T10:00:00.123Z"),
                Arguments.of("2024-05-01T12:00:00+02:00", "@2024-05-01T10:00:00Z"),
                Arguments.of("2024-05-01T07:30:00-0230", "@2024-05-01T10:00:00Z"),
                Arguments.of("2024-05-01 10:00:00", "@2024-05-01T10:00:00Z"),
                Arguments.of("2024-02-29T23:59:59Z", "@2024-02-29T23:59:59Z"),
                Arguments.of("1714557600", "@2024-05-01T10:00:00Z"),
                Arguments.of("1714557600000", "@2024-05-01T10:00:00Z"),
                Arguments.of("null", ""),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_row_tells_its_time(String time, String expected) {
        String content = "personalEmail_address,segmentMembership.lastQualificationTime\na," + time + "\n";

        assertThat(Bench.read(Bench.incremental(), content).rows()).containsExactly("+a" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-13-01T10:00:00Z",
                "2023-02-29T10:00:00Z",
                "2024-05-01T24:00:00Z",
                "2024-05-01",
                "2024-05-01T10:00:00X",
                "2024-05-01T10:00:00.Z",
                "2024-05-01T10:00:00+99:00",
                "17145576000"
            })
    void a_time_that_no_calendar_has_is_rejected(String time) {
        Bench.Read read = Bench.read(
                Bench.incremental(),
                "personalEmail_address,segmentMembership.lastQualificationTime\na," + time + "\nb,null\n");

        assertThat(read.rows()).containsExactly("?", "+b");
        assertThat(read.rejected().counts().toJavaMap())
                .containsExactly(java.util.Map.entry(RejectReason.BAD_TIME, 1L));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("unclosed quote", "\"Ann,Lee,ann@x.org,realized\n", RejectReason.QUOTING),
                Arguments.of("text after a quote", "\"Ann\"x,Lee,ann@x.org,realized\n", RejectReason.QUOTING),
                Arguments.of("escape that hides the end", "\"Ann\\\",Lee,ann@x.org,realized\n", RejectReason.QUOTING),
                Arguments.of("too few", "Ann\n", RejectReason.TOO_FEW_CELLS),
                Arguments.of("too many", "Ann,Lee,ann@x.org,realized,more\n", RejectReason.TOO_MANY_CELLS),
                Arguments.of("NUL", "Ann,L\0e,ann@x.org,realized\n", RejectReason.NO_TEXT),
                Arguments.of("no key", "Ann,Lee,,realized\n", RejectReason.NO_KEY),
                Arguments.of("null key", "Ann,Lee,null,realized\n", RejectReason.NO_KEY),
                Arguments.of("empty key", "Ann,Lee,\"\",realized\n", RejectReason.NO_KEY),
                Arguments.of("no status", "Ann,Lee,ann@x.org,\n", RejectReason.NO_STATUS),
                Arguments.of("unknown status", "Ann,Lee,ann@x.org,maybe\n", RejectReason.UNKNOWN_STATUS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_row_is_counted_with_its_line_and_the_rest_is_read(String name, String row, RejectReason reason) {
        Bench.Read read = Bench.read(
                Bench.incremental(), HEADER + ANN + row + "Bob,Roy,bob@x.org,exited\r\n\r\nEve,Orr,eve@x.org,realized");

        assertThat(read.rows()).containsExactly("+ann@x.org", "?", "-bob@x.org", "+eve@x.org");
        assertThat(read.rejected().samples().single())
                .isEqualTo(RejectedRow.builder()
                        .file(Bench.STEM + ".csv")
                        .line(3)
                        .reason(reason)
                        .build());
    }

    @Test
    void a_row_that_never_ends_costs_its_line_only() {
        CsvOptions small = CsvOptions.builder().maxRowBytes(200).build();
        ExportDestination destination = Bench.destination().csv(small).build();

        Bench.Read read =
                Bench.read(destination, HEADER + "x".repeat(100_000) + "\n" + ANN + "\"" + "y\n".repeat(300) + ANN);

        assertThat(read.rejected().counts().get(RejectReason.TOO_LONG).get()).isEqualTo(2);
        assertThat(read.rows()).startsWith("?", "+ann@x.org").endsWith("+ann@x.org");
    }

    @Test
    void lines_are_counted_over_breaks_inside_quotes() {
        Bench.Read read =
                Bench.read(Bench.incremental(), HEADER + "\"A\nn\r\nn\rx\",Lee,ann@x.org,realized\r" + "bad\n" + ANN);

        assertThat(read.rows()).containsExactly("+ann@x.org", "?", "+ann@x.org");
        assertThat(read.rejected().samples().single().line()).isEqualTo(6);
    }

    @Test
    void a_quoted_null_is_a_text_and_a_bare_one_is_nothing() {
        assertThat(Bench.read(Bench.incremental(), HEADER + "Ann,Lee,\"null\",realized\nAnn,Lee,null,realized\n")
                        .rows())
                .containsExactly("+null", "?");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("\uFEFF", StandardCharsets.UTF_8, StandardCharsets.UTF_8),
                Arguments.of("\uFEFF", StandardCharsets.UTF_16BE, StandardCharsets.UTF_8),
                Arguments.of("\uFEFF", StandardCharsets.UTF_16LE, StandardCharsets.UTF_8),
                Arguments.of("", StandardCharsets.UTF_16LE, StandardCharsets.UTF_16LE),
                Arguments.of("", StandardCharsets.ISO_8859_1, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void every_encoding_becomes_utf_8(String mark, Charset written, Charset told) {
        ExportDestination destination = Bench.destination()
                .csv(CsvOptions.builder().charset(told).build())
                .build();
        String rows = HEADER + "Ann,Lée,änn@x.org,realized\n".repeat(5000);

        List<String> read =
                Bench.read(destination, (mark + rows).getBytes(written)).rows();

        assertThat(read).hasSize(5000).containsOnly("+änn@x.org");
    }

    @Test
    void bytes_that_are_no_text_are_rejected() {
        byte[] content = (HEADER + "Ann,Lee,ünn@x.org,realized\n" + ANN).getBytes(StandardCharsets.ISO_8859_1);

        Bench.Read read = Bench.read(Bench.incremental(), content);

        assertThat(read.rows()).containsExactly("?", "+ann@x.org");
        assertThat(read.rejected().counts().keySet().single()).isEqualTo(RejectReason.NO_TEXT);
    }

    @Test
    void a_file_without_a_header_is_read_by_the_columns_of_its_destination() {
        CsvOptions headless = CsvOptions.builder()
                .addColumns("personalEmail.address", "segmentMembership.status")
                .delimiter(';')
                .build();

        assertThat(Bench.read(Bench.destination().csv(headless).build(), "ann@x.org;exited\n")
                        .rows())
                .containsExactly("-ann@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,b\nann@x.org,1\n", "personalEmail_address,personalEmail.address\na,b\n", "\"personalEmail"
            })
    void a_file_without_the_key_or_with_two_is_an_error_that_quotes_nothing(String content) {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", content);
        ExportDestination destination = Bench.incremental();

        BridgeError error =
                Bench.read(files, destination, Bench.only(files, destination)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains(Bench.STEM + ".csv").doesNotContain("ann@x.org");
    }
}
