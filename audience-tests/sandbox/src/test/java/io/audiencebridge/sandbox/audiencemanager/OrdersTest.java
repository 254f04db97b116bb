// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.Hours;
import io.audiencebridge.sandbox.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a destination as its order wants them. Source: audience-manager.md, sections 5.1 to 5.5 and 8.7. */
class OrdersTest {
    private static final FileBench BENCH = new FileBench();
    private static final Duration DAY = Duration.ofDays(1);
    private Rest rest;

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.trait(24, 13701, "");
        BENCH.trait(25, 13701, "");
        rest = new Rest(BENCH.sandbox);
        rest.mapping(20101, FileBench.segmentOf(24), "");
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void o01_increments_are_named_by_the_template_with_the_alias_and_glued_numbers() throws IOException {
        BENCH.trait(30, 13701, "");
        long destination = BENCH.data().addFileDestination("Vendor", 20914);
        rest.mapping(destination, FileBench.segmentOf(30), "");
        order(
                destination,
                "\"fileName\":\"<SYNC_TYPE>_<ORDER_ID>_<MASTER_DPID>_<PID_ALIAS>_<SYNC_MODE>_<TIMESTAMP>SPLITNUM.sync\","
                        + "\"pidAlias\":\"XYZCustomer\",\"fullEvery\":\"\",\"incrementalEvery\":\"PT24H\",\"rowsPerFile\":2");
        BENCH.sandbox.clock().advance(Duration.ofHours(4));
        BENCH.take(
                "ftp_dpm_20914_13701_1400000000.sync",
                IntStream.range(0, 5)
                        .mapToObj(i -> "97987bca-ae59-4c7d-94ba-ee4f19ab8c2" + i + "\td_sid=30\n")
                        .collect(Collectors.joining()));

        BENCH.sandbox.clock().advance(DAY);

        String root = "S3_" + destination + "_20914_XYZCustomer_iter_\\d{13}";
        List<String> names = names(destination);
        assertThat(names).hasSize(3);
        assertThat(names.get(0)).matches(root + "\\.sync\\.gz");
        assertThat(names.get(1)).matches(root + "001\\.sync\\.gz");
        assertThat(names.get(2)).matches(root + "002\\.sync\\.gz");
        assertThat(BENCH.outboundRows(destination + "/" + names.get(2)))
                .containsExactly("97987bca-ae59-4c7d-94ba-ee4f19ab8c24 " + FileBench.segmentOf(30));
    }

    @Test
    void o02_a_full_file_needs_neither_alias_nor_number() throws IOException {
        order(20101, "\"syncType\":\"ftp\",\"gzip\":false");
        members(1);

        BENCH.sandbox.clock().advance(DAY);

        assertThat(names(20101)).hasSize(1).allMatch(name -> name.matches("ftp_20101_13701_full_\\d{13}\\.sync"));
        assertThat(rows(0)).containsExactly(id(0) + " " + FileBench.segmentOf(24));
    }

    @Test
    void c3_a_stamp_may_have_ten_digits_or_a_form_of_its_own() throws IOException {
        order(20101, "\"stampDigits\":10");
        BENCH.sandbox.clock().advance(DAY);
        order(20101, "\"fileName\":\"<ORDER_ID>_<TIMESTAMP; format=\\\"YYYYMMDDhhmmss\\\">.csv\"");
        BENCH.sandbox.clock().advance(DAY);

        assertThat(names(20101).get(0)).matches("20101_20\\d{12}\\.csv\\.gz");
        assertThat(names(20101).get(1)).matches("S3_20101_13701_full_\\d{10}\\.sync\\.gz");
    }

    @Test
    void c4_numbers_may_be_dashed() throws IOException {
        order(20101, "\"rowsPerFile\":2,\"splitNumbers\":\"dashed\"");
        members(3);

        BENCH.sandbox.clock().advance(DAY);

        assertThat(names(20101).get(0)).matches("S3_20101_13701_full_\\d{13}-1\\.sync\\.gz");
        assertThat(names(20101).get(1)).matches("S3_20101_13701_full_\\d{13}-2\\.sync\\.gz");
    }

    @Test
    void the_first_increment_holds_everybody_and_later_ones_what_changed() throws IOException {
        order(20101, "\"fullEvery\":\"\",\"incrementalEvery\":\"PT24H\"");
        rest.mapping(20101, FileBench.segmentOf(25), "");
        members(3);
        BENCH.sandbox.clock().advance(DAY);
        List<String> first = rows(0);
        BENCH.take(
                "ftp_dpm_13701_1400000001.sync",
                id(0) + "\td_unsid=24\n" + id(1) + "\td_sid=25\n" + id(9) + "\td_sid=24\n");
        BENCH.sandbox.clock().advance(DAY);
        List<String> second = rows(1);
        BENCH.sandbox.clock().advance(DAY);

        long current = FileBench.segmentOf(24);
        long other = FileBench.segmentOf(25);
        assertThat(first).containsExactly(id(0) + " " + current, id(1) + " " + current, id(2) + " " + current);
        assertThat(second).containsExactly(id(0) + "  " + current, id(1) + " " + other, id(9) + " " + current);
        assertThat(rows(2)).isEmpty();
        assertThat(names(20101)).allMatch(name -> name.contains("_iter_"));
    }

    @Test
    void an_increment_may_repeat_where_somebody_still_is() throws IOException {
        order(20101, "\"fullEvery\":\"\",\"incrementalEvery\":\"PT24H\",\"repeatsCurrent\":true");
        rest.mapping(20101, FileBench.segmentOf(25), "");
        members(3);
        BENCH.sandbox.clock().advance(DAY);

        BENCH.take("ftp_dpm_13701_1400000001.sync", id(1) + "\td_sid=25\n");
        BENCH.sandbox.clock().advance(DAY);

        assertThat(rows(1)).containsExactly(id(1) + " " + FileBench.segmentOf(24) + "," + FileBench.segmentOf(25));
    }

    @Test
    void full_and_incremental_files_come_each_in_their_time_and_the_history_tells_them_apart() throws IOException {
        order(20101, "\"fullEvery\":\"P7D\",\"incrementalEvery\":\"PT24H\"");
        members(1);

        BENCH.sandbox.clock().advance(DAY.multipliedBy(8));

        List<String> modes = names(20101).stream()
                .map(name -> name.replaceAll(".*_(full|iter)_.*", "$1"))
                .toList();
        assertThat(modes).filteredOn("full"::equals).hasSize(2);
        assertThat(modes).filteredOn("iter"::equals).hasSize(8);
        rest.signIn();
        assertThat(rest.read("/v1/destinations/20101/history/outbound")
                        .valueStream()
                        .filter(item -> item.path("fullPublish").asBoolean()))
                .hasSize(2)
                .allMatch(item -> item.path("dataFileName").asText().contains("_full_"));
    }

    @Test
    void a_segment_taken_off_leaves_its_members_once_and_a_paused_one_says_nothing() throws IOException {
        order(20101, "\"fullEvery\":\"\",\"incrementalEvery\":\"PT24H\"");
        members(1);
        BENCH.sandbox.clock().advance(DAY);
        rest.signIn();
        String segment = "/v1/segments/" + FileBench.segmentOf(24);
        String body =
                "{\"name\":\"S\",\"segmentRule\":\"24T\",\"dataSourceId\":13701,\"folderId\":0,\"status\":\"%s\"}";
        rest.put(segment, body.formatted("INACTIVE"));
        BENCH.sandbox.clock().advance(DAY);
        int paused = names(20101).size();
        rest.signIn();
        rest.put(segment, body.formatted("ACTIVE"));
        JsonNode mappings = rest.read("/v1/destinations/20101/mappings/");
        rest.delete("/v1/destinations/20101/mappings/"
                + mappings.findPath("mappingId").asText());
        BENCH.sandbox.clock().advance(DAY.multipliedBy(2));

        assertThat(paused).isEqualTo(1);
        assertThat(names(20101)).hasSize(2);
        assertThat(rows(1)).containsExactly(id(0) + "  " + FileBench.segmentOf(24));
    }

    @Test
    void o04_the_manifest_arrives_first_and_the_parts_backwards_with_gaps_and_all_of_them_agree() throws Exception {
        order(
                20101,
                "\"rowsPerFile\":2,\"info\":\"first\",\"partOrder\":\"descending\",\"gap\":\"PT1H\",\"header\":\"<ORDER_ID><TAB>members\"");
        members(5);

        BENCH.sandbox.clock().advance(Duration.ofHours(8));
        List<List<String>> arrivals = new ArrayList<>(List.of(BENCH.outbound()));
        for (int hour = 0; hour < 3; hour++) {
            BENCH.sandbox.clock().advance(Duration.ofHours(1));
            arrivals.add(BENCH.outbound());
        }

        assertThat(arrivals).extracting(List::size).containsExactly(1, 2, 3, 4);
        assertThat(arrivals.get(0).get(0)).matches("20101/S3_20101_13701_full_\\d{13}\\.info");
        assertThat(arrivals.get(1)).anyMatch(key -> key.endsWith("002.sync.gz"));
        JsonNode info =
                new ObjectMapper().readTree(BENCH.outboundBytes(arrivals.get(0).get(0)));
        assertThat(info.path("Files")).hasSize(3);
        for (JsonNode file : info.path("Files")) {
            String key = "20101/" + file.path("FileName").asText();
            byte[] content = BENCH.outboundBytes(key);
            assertThat(file.path("FileByteSize").asLong()).isEqualTo(content.length);
            assertThat(file.path("FileLineCount").asInt())
                    .isEqualTo(BENCH.outboundRows(key).size());
            assertThat(file.path("md5").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("MD5").digest(content)));
        }
        JsonNode totals = info.path("Totals");
        assertThat(totals.path("TotalNumberLines").asInt()).isEqualTo(8);
        assertThat(totals.path("TotalNumberFiles").asInt()).isEqualTo(3);
        assertThat(totals.path("FileName").asText()).matches("S3_20101_13701_full_\\d{13}\\.sync");
        assertThat(BENCH.outboundRows("20101/"
                                + info.path("Files").path(0).path("FileName").asText())
                        .get(0))
                .isEqualTo("20101\tmembers");
    }

    @Test
    void c5_a_manifest_may_be_named_by_the_other_mode() throws IOException {
        order(20101, "\"info\":\"last\",\"infoNamesOtherMode\":true");

        BENCH.sandbox.clock().advance(DAY);

        assertThat(BENCH.outbound()).anyMatch(key -> key.matches("20101/S3_20101_13701_iter_\\d{13}\\.info"));
    }

    @Test
    void held_files_arrive_one_by_one_when_they_are_let_go_or_never() throws IOException {
        order(20101, "\"rowsPerFile\":2,\"info\":\"last\",\"held\":true");
        members(5);
        BENCH.sandbox.clock().advance(DAY);
        List<String> waiting = BENCH.files().onTheWay();
        int before = BENCH.outbound().size();

        BENCH.files().deliver(waiting.get(3));
        BENCH.seed("{\"deliveries\":[{\"key\":\"" + waiting.get(1) + "\"},{\"key\":\"" + waiting.get(0)
                + "\",\"lost\":true}]}");

        assertThat(before).isZero();
        assertThat(waiting).hasSize(4);
        assertThat(BENCH.outbound()).containsExactlyInAnyOrder(waiting.get(3), waiting.get(1));
        assertThat(BENCH.files().onTheWay()).containsExactly(waiting.get(2));
        assertThat(BENCH.data().outboundFiles()).containsExactly(waiting.get(1));
        assertThatIllegalArgumentException().isThrownBy(() -> BENCH.files().deliver(waiting.get(1)));
    }

    @Test
    void files_can_be_published_at_an_hour_of_the_day() throws IOException {
        BENCH.files().set("publishingAt", "14:00");
        Hours.begin(BENCH.sandbox, 13);
        int before = BENCH.state().path("outboundFiles").size();

        BENCH.sandbox.clock().advance(DAY.multipliedBy(2));

        assertThat(BENCH.state().path("outboundFiles"))
                .hasSize(before + 2)
                .allMatch(file -> file.path("written").asText().endsWith("T14:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"destinationId\":99}",
                "{\"destinationId\":20101,\"row\":\"<NONSENSE>\"}",
                "{\"destinationId\":20101,\"row\":\"<if(SEGMENT_LIST)>x\"}",
                "{\"destinationId\":20101,\"row\":\"<UUID\"}",
                "{\"destinationId\":20101,\"fileName\":\"<SEGMENT_LIST>\"}",
                "{\"destinationId\":20101,\"fullEvery\":\"daily\"}",
                "{\"destinationId\":20101,\"stampDigits\":11}",
                "{\"destinationId\":20101,\"colour\":1}",
                "[]"
            })
    void an_order_that_cannot_be_read_changes_nothing(String order) throws IOException {
        HttpResponse<String> answer =
                Http.post(BENCH.sandbox.control().resolve("/seed"), "application/json", "{\"orders\":[" + order + "]}");
        BENCH.sandbox.clock().advance(DAY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(names(20101)).hasSize(1).allMatch(name -> name.matches("S3_20101_13701_full_\\d{13}\\.sync\\.gz"));
    }

    private static void order(long destination, String more) {
        BENCH.files().order("{\"destinationId\":" + destination + "," + more + "}");
    }

    private static void members(int count) throws IOException {
        BENCH.take(
                "ftp_dpm_13701_1400000000.sync",
                IntStream.range(0, count).mapToObj(i -> id(i) + "\td_sid=24\n").collect(Collectors.joining()));
    }

    private static String id(int number) {
        return "1000000000000000000000000000000000000" + number;
    }

    /** The names of the data files of a destination in their order. */
    private static List<String> names(long destination) {
        return BENCH.outbound().stream()
                .filter(key -> key.startsWith(destination + "/") && !key.endsWith(".info"))
                .map(key -> key.substring(key.indexOf('/') + 1))
                .toList();
    }

    private static List<String> rows(int file) throws IOException {
        return BENCH.outboundRows("20101/" + names(20101).get(file));
    }
}
