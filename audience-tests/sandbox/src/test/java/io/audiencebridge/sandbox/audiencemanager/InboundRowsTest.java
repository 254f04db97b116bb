// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.s3.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden cases R01 to R22 of audience-manager.md, section 8.2. The character | stands for a TAB. */
class InboundRowsTest {
    private static final FileBench BENCH = new FileBench();
    private static final String ANNA = "59767559181262060060278870901087098252";
    private static final int DEVICES = 100;
    private static final int PEOPLE = 200;
    private static final List<String> REJECTS = List.of(
            "formatErrors",
            "invalidAamIds",
            "invalidDeviceIds",
            "noMatchingAamIds",
            "noTraitRealized",
            "droppedRecords");

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.source(DEVICES, ",\"useAudienceManagerVisitorID\":true");
        BENCH.source(PEOPLE, ",\"idType\":\"CROSS_DEVICE\"");
        long people = BENCH.data().addMergeRule("All people", "ALL_CROSS_DEVICE", List.of((long) PEOPLE));
        for (int trait : new int[] {24, 25, 26, 28}) {
            BENCH.trait(trait, DEVICES, "");
        }
        List<String> rules = List.of(
                "ic == 30608",
                "ic==50354",
                "gender == 'female' AND luxury_shopper == 'yes'",
                "product == 'camera'",
                "ic == 52",
                "age >= 30 AND NOT age >= 60",
                "model contains 'pickup truck, red'");
        for (int i = 0; i < rules.size(); i++) {
            String rule = rules.get(i).replace("'", "\\\"");
            BENCH.trait(54 + i, PEOPLE, people, ",\"traitRule\":\"" + rule + "\"");
        }
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R01; d_sid=24,d_sid=26; 24 26",
                "-; d_sid=24, d_sid=26; 24 26",
                "-; d_sid = 24,; 24",
                "-; ,,d_sid=24; 24",
                "-; d_sid=24,d_unsid=25; 24",
                "-; d_sid=24,25:0,28:-1; 24",
            })
    void a_row_of_a_device_adds_traits(String golden, String items, String traits) throws IOException {
        SandboxInboundFile file = device("sync", ANNA + "|" + items);

        assertBalanced(file);
        assertThat(held()).as(golden).isEqualTo(traits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R02; d_unsid=24, d_unsid=26; 28",
                "-; 24:0,26:-1; 28",
                "-; d_unsid=25; 24 26 28",
            })
    void a_row_of_a_device_removes_traits(String golden, String items, String left) throws IOException {
        device("sync", ANNA + "|d_sid=24,d_sid=26,d_sid=28");

        SandboxInboundFile file = device("sync", ANNA + "|" + items);

        assertThat(held()).as(golden).isEqualTo(left);
        assertThat(file.counters()).containsEntry("removedTraits", 3L - left.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R04; 30608,50354; 54 55; 0",
                "R05; ic=52,ic=55; 58; 1",
                "R06; \"gender\"=\"female\",\"luxury_shopper\"=\"yes\"; 56; 0",
                "-; GENDER=Female,Luxury_Shopper=YES; 56; 0",
                "R08; -product = camera; 57; 0",
                "-; age=31; 59; 0",
                "-; age=9; ; 1",
                "-; \"model\" = \"Pickup truck, red\"; 60; 0",
                "-; 54; ; 1",
            })
    void signals_of_a_person_realize_what_their_rules_say(String golden, String items, String traits, long unused)
            throws IOException {
        SandboxInboundFile file = person("CRM-1|" + items);

        String expected = traits == null ? "" : traits;
        assertThat(heldByPeople("CRM-1")).as(golden).isEqualTo(expected);
        assertThat(file.counters())
                .containsEntry("unusedSignals", unused)
                .containsEntry("noTraitRealized", expected.isEmpty() ? 1L : 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R09; CRM-1 ic=52; formatErrors",
                "R10; CRM-1|; formatErrors",
                "R20; CRM-1|ic=52|x=1; formatErrors",
                "-; |ic=52; formatErrors",
                "-; CRM-1|\"ic=52; formatErrors",
                "-; CRM-1|ic; formatErrors",
                "-; CRM-1|a\"b=52; formatErrors",
                "-; CRM-1|d_sid=x; formatErrors",
                "-; CRM:1|ic=52; invalidDeviceIds",
                "-; CRM%3A1|ic=52; invalidDeviceIds",
                "-; CRM-1|d_sid=24; noTraitRealized",
                "-; CRM-1|d_sid=99; noTraitRealized",
            })
    void a_row_of_a_person_that_means_nothing_is_counted(String golden, String row, String counter) throws IOException {
        SandboxInboundFile file = person(row + "\nCRM-2|ic=52");

        assertThat(file.counters()).as(golden).containsEntry(counter, 1L).containsEntry("storedRecords", 1L);
        assertBalanced(file);
        assertThat(heldByPeople("CRM-2")).isEqualTo("58");
    }

    @Test
    void traits_of_another_source_fail_validation() throws IOException {
        SandboxInboundFile file = person("CRM-1|d_sid=24,d_sid=26,ic=52\nCRM-2|d_sid=54");

        assertThat(file.counters())
                .containsEntry("totalTraitsFailedValidation", 2L)
                .containsEntry("totalUsersFailedValidation", 1L)
                .containsEntry("totalDevices", 2L);
        assertThat(heldByPeople("CRM-1")).isEqualTo("58");
        assertThat(heldByPeople("CRM-2")).isEqualTo("54");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R12; ftp_dpm_100_1400000000.sync; 5976755918126206006; invalidAamIds",
                "-; ftp_dpm_100_1400000000.sync; 5976755918126206006027887090108709825x; invalidAamIds",
                "R13; ftp_dpm_20915_100_1400000000.sync; 6d92078a-8246-4ba4-ae5b-76104861e7dc; invalidDeviceIds",
                "R14; ftp_dpm_20914_100_1400000000.sync; 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21; invalidDeviceIds",
                "-; ftp_dpm_20914_100_1400000000.sync; 97987bca-ae59-4c7d-94ba-ee4f19ab8c2; invalidDeviceIds",
                "-; ftp_dpm_121963_100_1400000000.sync; 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21; invalidDeviceIds",
                "-; ftp_dpm_488258_100_1400000000.sync; 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21; invalidDeviceIds",
                "-; ftp_dpm_1171485_100_1400000000.sync; x; invalidDeviceIds",
                "-; ftp_dpm_389146_100_1400000000.sync; a_b; invalidDeviceIds",
            })
    void an_id_of_the_wrong_form_is_counted(String golden, String name, String id, String counter) throws IOException {
        SandboxInboundFile file = BENCH.take(name, id + "\td_sid=24\n");

        assertThat(file.counters()).as(golden).containsEntry(counter, 1L).containsEntry("storedRecords", 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "20914, 97987bca-ae59-4c7d-94ba-ee4f19ab8c21",
        "20915, 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21",
        "121963, 97987bca-ae59-4c7d-94ba-ee4f19ab8c21",
        "389146, aB3-x",
        "963906, aB3",
        "488258, 97987bca-ae59-4c7d-94ba-ee4f19ab8c21",
        "1171485, 97987bca-ae59-4c7d-94ba-ee4f19ab8c21",
        "1171489, 1234567890abc",
    })
    void device_ids_of_every_global_source_are_stored_though_nobody_synced_them(long source, String id)
            throws IOException {
        BENCH.take("ftp_dpm_" + source + "_100_1400000000.sync", id + "\td_sid=24\n");

        assertThat(BENCH.holders(24, source)).containsExactly(id);
        assertThat(BENCH.holders(24, 0)).hasSize(1).allMatch(uuid -> uuid.matches("\\d{38}"));
    }

    @Test
    void r16_a_row_of_102401_bytes_is_excluded_and_one_of_102400_is_not() throws IOException {
        String start = ANNA + "|d_sid=24,x=";
        SandboxInboundFile file = device(
                "sync",
                start + "a".repeat(102_401 - start.length()) + "\n" + start.replace("24", "26")
                        + "b".repeat(102_400 - start.length()));

        assertThat(held()).isEqualTo("26");
        assertThat(file.counters()).containsEntry("droppedRecords", 1L).containsEntry("receivedRecords", 2L);
        assertBalanced(file);
    }

    @Test
    void r17_the_201st_row_of_a_user_is_dropped_and_those_of_others_are_not() throws IOException {
        String other = ANNA.replace('5', '6');
        SandboxInboundFile file =
                device("sync", (ANNA + "|d_sid=24\n").repeat(200) + ANNA + "|d_sid=26\n" + other + "|d_sid=24");

        assertThat(held()).isEqualTo("24");
        assertThat(file.counters()).containsEntry("droppedRecords", 1L).containsEntry("storedRecords", 201L);
        assertBalanced(file);
    }

    @Test
    void r18_an_overwrite_ignores_removals_and_replaces() throws IOException {
        device("sync", ANNA + "|d_sid=24,d_sid=28");

        device("overwrite", ANNA + "|d_unsid=24,28:0,d_sid=25");

        assertThat(held()).isEqualTo("25");
    }

    @ParameterizedTest
    @CsvSource({"R21, overwrite, 25 26", "R21, sync, 24 25 26"})
    void the_second_day_replaces_or_adds(String golden, String mode, String left) throws IOException {
        device("sync", ANNA + "|d_sid=24,d_sid=25");

        device(mode, ANNA + "|d_sid=25,d_sid=26");

        assertThat(held()).as(golden).isEqualTo(left);
    }

    @Test
    void several_rows_of_one_user_in_an_overwrite_count_together() throws IOException {
        device("sync", ANNA + "|d_sid=24");

        device("overwrite", ANNA + "|d_sid=25\n" + ANNA + "|d_sid=26");

        assertThat(held()).isEqualTo("25 26");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"X4; %s|", "X4; %s"})
    void an_overwrite_without_items_clears_for_the_target_only(String golden, String row) throws IOException {
        BENCH.source(300, ",\"useAudienceManagerVisitorID\":true");
        BENCH.trait(31, 300, "");
        BENCH.live();
        BENCH.take("ftp_dpm_300_1400000000.sync", ANNA + "\td_sid=31\n");
        device("sync", ANNA + "|d_sid=24,d_sid=25");

        SandboxInboundFile file = device("overwrite", row.formatted(ANNA));

        assertThat(held()).as(golden).isEmpty();
        assertThat(BENCH.holders(31, 0)).containsExactly(ANNA);
        assertThat(file.counters()).containsEntry("removedTraits", 2L);
    }

    @Test
    void an_overwrite_clears_all_of_the_company_by_the_switch_of_c12() throws IOException {
        BENCH.source(300, ",\"useAudienceManagerVisitorID\":true");
        BENCH.trait(31, 300, "");
        BENCH.live();
        BENCH.take("ftp_dpm_300_1400000000.sync", ANNA + "\td_sid=31\n");
        BENCH.files().set("overwriteClearsAll", true);

        device("overwrite", ANNA + "|d_sid=24");

        assertThat(BENCH.holders(31, 0)).isEmpty();
        assertThat(held()).isEqualTo("24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R22; idfa|B56E68EC-34ED-46D5-AF0C-1D2401F676C9|24; 20915; storedRecords",
                "-; gaid|97987bca-ae59-4c7d-94ba-ee4f19ab8c21|24,26; 20914; storedRecords",
                "-; idfa|97987bca-ae59-4c7d-94ba-ee4f19ab8c21|24; 20915; invalidDeviceIds",
                "-; phone|97987bca-ae59-4c7d-94ba-ee4f19ab8c21|24; 20914; formatErrors",
                "-; B56E68EC-34ED-46D5-AF0C-1D2401F676C9|24; 20915; formatErrors",
            })
    void oracles_rows_begin_with_the_kind_of_their_id(String golden, String row, long source, String counter)
            throws IOException {
        SandboxInboundFile file = BENCH.take("ftp_dpm_odc_100_1556223815.sync", row.replace('|', '\t') + "\n");

        assertThat(file.counters()).as(golden).containsEntry(counter, 1L);
        assertThat(BENCH.holders(24, source)).hasSize(counter.equals("storedRecords") ? 1 : 0);
    }

    @Test
    void one_of_oracles_files_holds_one_kind_of_ids() throws IOException {
        SandboxInboundFile file = BENCH.take(
                "ftp_dpm_odc_100_1556223815.sync",
                "idfa\tB56E68EC-34ED-46D5-AF0C-1D2401F676C9\t24\ngaid\t97987bca-ae59-4c7d-94ba-ee4f19ab8c21\t24\n");

        assertThat(file.counters()).containsEntry("storedRecords", 1L).containsEntry("formatErrors", 1L);
    }

    @Test
    void a_byte_order_mark_is_skipped_and_a_last_line_without_an_end_counts() throws IOException {
        device("sync", "\uFEFF" + ANNA + "|d_sid=24\r\n" + ANNA + "|d_sid=26");

        assertThat(held()).isEqualTo("24 26");
    }

    @Test
    void ids_are_told_apart_by_case_and_pairs_are_not() throws IOException {
        person("crm-1|IC=52\nCRM-1|ic=30608");

        assertThat(heldByPeople("crm-1")).isEqualTo("58");
        assertThat(heldByPeople("CRM-1")).isEqualTo("54");
    }

    @Test
    void the_oldest_trait_goes_when_a_profile_has_too_many() throws IOException {
        BENCH.files().set("traitsPerProfile", 2);

        device("sync", ANNA + "|d_sid=24");
        device("sync", ANNA + "|d_sid=25");
        device("sync", ANNA + "|d_sid=26");

        assertThat(held()).isEqualTo("25 26");
    }

    @Test
    void what_is_stored_takes_effect_later_when_that_is_set() throws IOException {
        BENCH.files().set("usableAfter", "PT36H");
        SandboxInboundFile stored = device("sync", ANNA + "|d_sid=24");
        String before = held();
        // The run was twelve hours after the start, and four had passed when the file was put.
        BENCH.sandbox.clock().advance(Duration.ofHours(31));
        String almost = held();
        BENCH.sandbox.clock().advance(Duration.ofHours(2));

        assertThat(stored.counters()).containsEntry("storedRecords", 1L);
        assertThat(before).isEmpty();
        assertThat(almost).isEmpty();
        assertThat(held()).isEqualTo("24");
    }

    @Test
    void a_million_rows_with_many_kinds_of_items_take_seconds() throws IOException {
        ObjectStore objects = BENCH.sandbox.objects();
        try (OutputStream out =
                objects.write(BENCH.sandbox.inboundBucket(), "sandbox/date=2026-01-31/ftp_dpm_200_1400000000.sync")) {
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("CRM-" + i + "\tage=" + i % 90 + ",ic=" + i % 500 + ",ic=52\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }

        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(BENCH.newest().counters())
                .containsEntry("storedRecords", 1_000_000L)
                .containsEntry("totalSignals", 3_000_000L);
        assertThat(BENCH.holders(59, PEOPLE)).hasSizeBetween(333_000, 334_000);
        assertThat(BENCH.holders(58, PEOPLE)).hasSize(1_000_000);
    }

    private static SandboxInboundFile device(String mode, String rows) throws IOException {
        return BENCH.take("ftp_dpm_100_1400000000." + mode, rows.replace('|', '\t'));
    }

    private static SandboxInboundFile person(String rows) throws IOException {
        return BENCH.take("ftp_dpm_200_1400000000.sync", rows.replace('|', '\t'));
    }

    /** The traits that the device has. */
    private static String held() {
        return held(Stream.of(24, 25, 26, 28), 0, ANNA);
    }

    private static String heldByPeople(String id) {
        return held(Stream.of(54, 55, 56, 57, 58, 59, 60), PEOPLE, id);
    }

    private static String held(Stream<Integer> traits, long source, String id) {
        return traits.filter(trait -> BENCH.holders(trait, source).contains(id))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** Every line stands under one heading. */
    private static void assertBalanced(SandboxInboundFile file) {
        Map<String, Long> counters = file.counters();
        long rejected = REJECTS.stream().mapToLong(counters::get).sum();
        assertThat(rejected + counters.get("storedRecords")).isEqualTo(counters.get("receivedRecords"));
    }
}
