// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows by templates. Source: audience-manager.md, section 5.3. */
class TemplatesTest {
    private static final FileBench BENCH = new FileBench();
    private static final String ANNA = "68079982765673198504052656074456196039";
    private static final String BORIS = "68079982765673198504052656074456196040";
    private static final Duration DAY = Duration.ofDays(1);
    private static final String STAYS = Long.toString(FileBench.segmentOf(24));
    private static final String LEFT = Long.toString(FileBench.segmentOf(25));
    private Rest rest;
    private int stamp = 1_400_000_000;

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        rest = new Rest(BENCH.sandbox);
        BENCH.source(100, ",\"useAudienceManagerVisitorID\":true");
        BENCH.source(1111, ",\"idType\":\"COOKIE\"");
        BENCH.source(2222, ",\"idType\":\"CROSS_DEVICE\"");
        BENCH.trait(24, 100, "");
        BENCH.trait(25, 100, "");
        BENCH.live();
        BENCH.take("adobe_id_0_1111_1476312152.sync", ANNA + "\tAAAA\n" + ANNA + "\tBBBB\n");
        BENCH.take("adobe_id_0_2222_1476312152.sync", ANNA + "\tCCCC\n");
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of("", ANNA + " stays " + LEFT, BORIS + "  " + LEFT),
                Arguments.of("<UUID> <SEGMENT_LIST>", ANNA + " " + STAYS, BORIS + " "),
                Arguments.of("<DP_UUID>,<REMOVED_SEGMENT_LIST;separator=\" \">", ANNA + "," + LEFT, BORIS + "," + LEFT),
                Arguments.of(
                        "<DP_UUID><TAB><SEGMENT_LIST:{s|<s.type>,<s.alias>,<s.csegid>,<s.segmentId>}; separator=\"|\">",
                        ANNA + "\t5,stays," + STAYS + "," + STAYS,
                        BORIS + "\t"),
                Arguments.of(
                        "{\"TDID\":\"<UUID>\",\"Data\":[<SEGMENT_LIST:{seg|<OPEN_CURLY_BRACKET>\"Name\":\"<seg.alias>\"<CLOSE_CURLY_BRACKET>};"
                                + " separator=\",\"><if(SEGMENT_LIST && REMOVED_SEGMENT_LIST)><COMMA><endif>"
                                + "<REMOVED_SEGMENT_LIST:{seg|<OPEN_CURLY_BRACKET>\"Name\":\"<seg.alias>\",\"TtlInMinutes\":0<CLOSE_CURLY_BRACKET>};"
                                + " separator=\",\">]}",
                        "{\"TDID\":\"" + ANNA + "\",\"Data\":[{\"Name\":\"stays\"},{\"Name\":\"" + LEFT
                                + "\",\"TtlInMinutes\":0}]}",
                        "{\"TDID\":\"" + BORIS + "\",\"Data\":[{\"Name\":\"" + LEFT + "\",\"TtlInMinutes\":0}]}"),
                Arguments.of(
                        "<DPUUIDS; format=\"dpids=1111,2222|maxMappings=0|format=json\">",
                        "[[\"1111\",\"BBBB\"],[\"1111\",\"AAAA\"],[\"2222\",\"CCCC\"]]",
                        "[]"),
                Arguments.of(
                        "<DPUUIDS; format=\"dpids=1111|maxMappings=1|format=json\">", "[[\"1111\",\"BBBB\"]]", "[]"),
                Arguments.of("<if(!SEGMENT_LIST)>gone<else>here<endif>", "here", "gone"),
                Arguments.of("<if(SEGMENT_LIST || PIDALIAS)>in<endif>-<SYNC_TYPE>", "in-S3", "-S3"),
                Arguments.of(
                        "<PID><ASCII_SOH><MASTER_DPID><ASCII_SOH><SYNC_MODE><SET_ATTRIBUTES><OPT_OUT>",
                        "1194\u00010\u0001full10",
                        "1194\u00010\u0001full10"),
                Arguments.of("<TRAIT_LIST;separator=\"|\"> <TRAIT_LIST:{t|<t.type>:<t.traitId>}>", "24 10:24", " "));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_row_is_what_its_template_says(String template, String stays, String left) throws IOException {
        assertThat(rows(BENCH.data().addFileDestination("Own ids", 0), template))
                .containsExactly(stays, left);
    }

    @Test
    void visitors_have_an_experience_cloud_id_that_is_not_the_own_one_and_is_the_same_every_time() throws IOException {
        List<String> first = rows(BENCH.data().addFileDestination("A", 0), "<UUID> <MCID>");
        List<String> second = rows(BENCH.data().addFileDestination("B", 13701), "<UUID> <MCID>");

        assertThat(first).isEqualTo(second);
        assertThat(first.get(0))
                .startsWith(ANNA + " ")
                .matches("\\d{38} \\d{38}")
                .doesNotEndWith(ANNA);
    }

    @Test
    void a_destination_of_other_ids_has_a_row_for_each_id_of_a_member() throws IOException {
        List<String> rows = rows(
                BENCH.data().addFileDestination("Vendor", 1111), "<DP_UUID> <UUID> <DP_UUID_LIST;separator=COMMA>");

        assertThat(rows).containsExactly("AAAA " + ANNA + " BBBB,AAAA", "BBBB " + ANNA + " BBBB,AAAA");
    }

    /** Anna and Boris enter both segments, a file is written, both leave one and Boris the other too. */
    private List<String> rows(long destination, String template) throws IOException {
        rest.signIn();
        rest.mapping(destination, FileBench.segmentOf(24), ",\"traitAlias\":\"stays\"");
        rest.mapping(destination, FileBench.segmentOf(25), "");
        if (!template.isEmpty()) {
            BENCH.files()
                    .order(JsonNodeFactory.instance
                            .objectNode()
                            .put("destinationId", destination)
                            .put("row", template)
                            .toString());
        }
        BENCH.take(name(), ANNA + "\td_sid=24,d_sid=25\n" + BORIS + "\td_sid=25\n");
        BENCH.sandbox.clock().advance(DAY);
        BENCH.take(name(), ANNA + "\td_unsid=25\n" + BORIS + "\td_unsid=25\n");
        // Files are processed twice as often as they are published: now exactly one has been written since.
        BENCH.sandbox.clock().advance(FileBench.RUN);
        return BENCH.outboundRows(BENCH.data().outboundFiles().stream()
                .filter(key -> key.startsWith(destination + "/"))
                .reduce((older, newer) -> newer)
                .orElseThrow());
    }

    /** The same content under the same name would be the same file. */
    private String name() {
        return "ftp_dpm_100_" + stamp++ + ".sync";
    }
}
