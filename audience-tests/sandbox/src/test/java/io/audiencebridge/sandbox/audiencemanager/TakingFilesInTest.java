// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingFilesInTest {
    private static final String ANNA = "10000000000000000000000000000000000001";
    private static final String BORIS = "10000000000000000000000000000000000002";
    private static final Duration LIVE = Duration.ofHours(4);
    private static final Duration RUN = Duration.ofHours(12);

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Buckets buckets = new Buckets(sandbox);
    private Rest rest;
    private long trait;
    private String segment;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(sandbox);
        trait = rest.trait(13701, "");
        segment = Long.toString(rest.segment(13701, trait + "T", ""));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void rows_of_a_zipped_file_become_members_at_the_next_run_and_not_before() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync.gz", row(ANNA) + row(BORIS));

        sandbox.clock().advance(Duration.ofHours(7));
        List<String> before = members();
        sandbox.clock().advance(Duration.ofHours(1));

        assertThat(before).isEmpty();
        assertThat(members()).containsExactly(ANNA, BORIS);
        assertThat(file().status()).isEqualTo("PROCESSED");
        assertThat(file().counters()).containsEntry("receivedRecords", 2L).containsEntry("storedRecords", 2L);
        JsonNode metrics = rest.read("/v1/segments/" + segment + "?includeMetrics=true");
        assertThat(metrics.path("totalUniques1Day").asInt()).isEqualTo(2);
        assertThat(rest.read("/v1/datasources/13701/history/inbound")
                        .path(0)
                        .path("storedRecords")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_trait_younger_than_four_hours_gets_no_row_that_arrives() throws IOException {
        sandbox.clock().advance(LIVE.minusMinutes(1));
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA));

        sandbox.clock().advance(RUN);

        assertThat(members()).isEmpty();
        assertThat(file().counters()).containsEntry("noTraitRealized", 1L).containsEntry("traitsNotLive", 1L);
    }

    @Test
    void a_row_removes_a_trait() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA) + row(BORIS));
        sandbox.clock().advance(RUN);

        buckets.put("ftp_dpm_13701_1769904000.sync.1.gz", ANNA + "\td_unsid=" + trait + "\r\n");
        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(BORIS);
    }

    @Test
    void an_overwrite_replaces_what_those_in_it_have_of_the_data_source_only() throws IOException {
        long other = rest.trait(13701, "");
        String others = Long.toString(rest.segment(13701, other + "T", ""));
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA) + row(BORIS));
        sandbox.clock().advance(RUN);

        String cleared = "10000000000000000000000000000000000003";
        buckets.put("ftp_dpm_13701_1769904000.overwrite", ANNA + "\td_sid=" + other + "\n" + cleared + "\t\n");
        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(BORIS);
        assertThat(sandbox.audienceManagerData().members(others, 13701)).containsExactly(ANNA);
    }

    @Test
    void an_overwrite_clears_an_id_without_items() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA) + row(BORIS));
        sandbox.clock().advance(RUN);

        buckets.put("ftp_dpm_13701_1769904000.overwrite", ANNA + "\n");
        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(BORIS);
    }

    @Test
    void signals_realize_traits_by_their_rules_and_a_bare_number_is_no_trait() throws IOException {
        rest.put("/v1/traits/" + trait, """
            {"name":"People","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,\
            "traitRule":"ic == 52 OR (gender == \\"female\\" AND age >= 30)"}\
            """);
        sandbox.clock().advance(LIVE);
        List<String> ids = List.of("1", "2", "3", "4", "5").stream()
                .map(last -> ANNA.substring(1) + last)
                .toList();
        buckets.put(
                "ftp_dpm_13701_1769817600.sync",
                ids.get(0) + "\t52\n" + ids.get(1) + "\tic=52,,ic=55\n" + ids.get(2)
                        + "\t\"Gender\"=\"Female\", age = 31\n" + ids.get(3) + "\tgender=female,age=9\n" + ids.get(4)
                        + "\t" + trait + "\n");

        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(file().counters()).containsEntry("unusedSignals", 4L).containsEntry("noTraitRealized", 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%1$s d_sid=%2$d; formatErrors",
                "%1$s|; formatErrors",
                "|d_sid=%2$d; formatErrors",
                "%1$s|d_sid=%2$d|x=1; formatErrors",
                "%1$s|d_sid=x; formatErrors",
                "5976755918126206006|d_sid=%2$d; invalidAamIds",
                "CRM-1|d_sid=%2$d; invalidAamIds",
                "%1$s|d_sid=77; totalTraitsFailedValidation",
                "%1$s|colour=red; noTraitRealized",
            })
    void a_row_that_means_nothing_is_counted_and_harms_no_other(String row, String counter) throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put(
                "ftp_dpm_13701_1769817600.sync",
                row.formatted(ANNA, trait).replace('|', '\t') + "\n"
                        + row(BORIS).strip());

        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(BORIS);
        assertThat(file().counters()).containsEntry(counter, 1L).containsEntry("storedRecords", 1L);
    }

    @Test
    void a_line_too_long_is_dropped() throws IOException {
        sandbox.clock().advance(LIVE);
        String padding = ",".repeat(400_000);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA).strip() + padding + "\n" + row(BORIS));

        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(BORIS);
        assertThat(file().counters()).containsEntry("droppedRecords", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox/date=2026-01-31/ftp_dpm_13701_123456789.sync, file name",
        "sandbox/date=2026-01-31/FTP_DPM_13701_1769817600.SYNC, file name",
        "sandbox/date=2026-01-31/ftp_dpm_13701_1769817600.gz, file name",
        "sandbox/date=2026-01-31/ftp_dpm_13701_1769817600.sync.gz.gpg, file name",
        "sandbox/date=2026-01-31/ftp_dpm_13701_1769817600.sync.pgp, encrypted",
        "sandbox/date=2026-01-31/ftp_dpm_20914_1769817600.sync, target",
        "sandbox/date=2026-01-31/ftp_dpm_99_1769817600.sync, does not exist",
        "sandbox/date=2026-13-31/ftp_dpm_13701_1769817600.sync, no date",
        "sandbox/ftp_dpm_13701_1769817600.sync, key",
        "other/date=2026-01-31/ftp_dpm_13701_1769817600.sync, key",
    })
    void a_wrong_name_is_left_alone_with_a_reason(String key, String reason) throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.putBytes(key, row(ANNA).getBytes(StandardCharsets.UTF_8));

        sandbox.clock().advance(RUN);

        assertThat(members()).isEmpty();
        assertThat(file().status()).isEqualTo("REJECTED");
        assertThat(file().reason()).contains(reason);
    }

    @Test
    void a_damaged_or_empty_file_leaves_no_row_behind() throws IOException {
        sandbox.clock().advance(LIVE);
        byte[] whole = Buckets.zipped(row(ANNA).repeat(50).getBytes(StandardCharsets.UTF_8));
        buckets.putBytes(
                "sandbox/date=2026-01-31/ftp_dpm_13701_1769817600.sync.gz", Arrays.copyOf(whole, whole.length - 6));
        buckets.put("ftp_dpm_13701_1769817601.sync", "");

        sandbox.clock().advance(RUN);

        assertThat(members()).isEmpty();
        assertThat(sandbox.audienceManagerData().inboundFiles())
                .extracting(SandboxInboundFile::status)
                .containsExactly("REJECTED", "REJECTED");
    }

    @Test
    void the_201st_row_of_one_id_is_dropped() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA).repeat(200) + ANNA + "\td_unsid=" + trait + "\n");

        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(ANNA);
        assertThat(file().counters()).containsEntry("storedRecords", 200L).containsEntry("droppedRecords", 1L);
    }

    @Test
    void device_ids_come_under_a_global_source_for_traits_of_the_target_in_their_own_form() throws IOException {
        String good = "97987bca-ae59-4c7d-94ba-ee4f19ab8c21";
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_20914_13701_1769817600.sync", row(good) + row("97987BCA-AE59-4C7D-94BA-EE4F19AB8C21"));

        sandbox.clock().advance(RUN);

        assertThat(sandbox.audienceManagerData().members(segment, 20914)).containsExactly(good);
        assertThat(file().counters()).containsEntry("invalidDeviceIds", 1L);
    }

    @Test
    void customer_ids_of_a_cookie_source_match_nobody_as_none_was_synced() throws IOException {
        long source = Http.json(rest.post("/v1/datasources/", "{\"name\":\"Own\",\"idType\":\"COOKIE\"}"))
                .path("dataSourceId")
                .asLong();
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_" + source + "_13701_1769817600.sync", row("CRM-1"));

        sandbox.clock().advance(RUN);

        assertThat(sandbox.audienceManagerData().members(segment, source)).isEmpty();
        assertThat(file().counters()).containsEntry("noMatchingAamIds", 1L);
    }

    @Test
    void rows_of_a_visitor_who_was_never_seen_match_nobody() throws IOException {
        sandbox.clock().advance(LIVE);
        sandbox.audienceManagerData().forget(BORIS);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA) + row(BORIS));

        sandbox.clock().advance(RUN);

        assertThat(members()).containsExactly(ANNA);
        assertThat(file().counters()).containsEntry("noMatchingAamIds", 1L).containsEntry("storedRecords", 1L);
    }

    @Test
    void a_trait_ends_with_its_time_to_live() throws IOException {
        long brief = rest.trait(13701, ",\"ttl\":3");
        String briefly = Long.toString(rest.segment(13701, brief + "T", ""));
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", ANNA + "\td_sid=" + brief + "\n");
        sandbox.clock().advance(RUN);

        List<String> soon = sandbox.audienceManagerData().members(briefly, 13701);
        sandbox.clock().advance(Duration.ofDays(4));

        assertThat(soon).containsExactly(ANNA);
        assertThat(sandbox.audienceManagerData().members(briefly, 13701)).isEmpty();
    }

    @Test
    void a_paused_segment_keeps_its_members_and_takes_no_more() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA));
        sandbox.clock().advance(RUN);
        String body = """
            {"name":"Audience","segmentRule":"%dT","dataSourceId":13701,"folderId":0,"status":"%s"}\
            """;
        rest.put("/v1/segments/" + segment, body.formatted(trait, "INACTIVE"));
        buckets.put("ftp_dpm_13701_1769904000.sync", row(BORIS));
        sandbox.clock().advance(RUN);

        List<String> paused = members();
        rest.signIn();
        rest.put("/v1/segments/" + segment, body.formatted(trait, "ACTIVE"));

        assertThat(paused).containsExactly(ANNA);
        assertThat(members()).containsExactly(ANNA, BORIS);
    }

    @Test
    void seeded_members_and_rejected_files_are_in_the_state() throws IOException {
        Http.post(sandbox.control().resolve("/seed"), "application/json", """
            {"traits":[{"sid":77,"name":"T","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,\
            "members":["%s"]}],"segments":[{"sid":78,"name":"S","segmentRule":"77T AND NOT %dT",\
            "dataSourceId":13701,"folderId":0}]}\
            """.formatted(ANNA, trait));
        buckets.put("wrong.sync", "x");
        sandbox.clock().advance(RUN);

        JsonNode state = Http.json(Http.get(sandbox.control().resolve("/state")));

        assertThat(state.path("segments").toString()).contains("\"members\":{\"13701\":[\"" + ANNA + "\"]}");
        assertThat(state.path("inboundFiles").path(0).path("status").asText()).isEqualTo("REJECTED");
        assertThat(state.path("inboundFiles").path(0).path("reason").asText()).contains("file name");
    }

    @Test
    void a_reset_forgets_members_and_files() throws IOException {
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync", row(ANNA));
        sandbox.clock().advance(RUN);

        sandbox.reset();

        assertThat(sandbox.audienceManagerData().segments()).isEmpty();
        assertThat(sandbox.audienceManagerData().inboundFiles()).isEmpty();
    }

    private String row(String id) {
        return id + "\td_sid=" + trait + "\n";
    }

    private List<String> members() {
        return sandbox.audienceManagerData().members(segment, 13701);
    }

    private SandboxInboundFile file() {
        return sandbox.audienceManagerData().inboundFiles().get(0);
    }
}
