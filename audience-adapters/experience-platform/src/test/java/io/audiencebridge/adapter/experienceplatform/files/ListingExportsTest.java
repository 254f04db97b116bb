// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportPart;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.ExportTimeSource;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exports there are and whether they are complete (SEMANTICS S25, S27, S28). */
class ListingExportsTest {
    private static final String HEADER = "personalEmail_address,segmentMembership_status\n";
    private static final Instant STAMP = Instant.parse("2024-05-01T20:00:00Z");

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 0; row < count; row++) {
            rows.append('p').append(row).append(",realized\n");
        }
        return rows.toString();
    }

    private static ExportDestination threeRowsAFile() {
        return Bench.destination().rowsPerFile(3).build();
    }

    private static String manifest(Map<String, Integer> sizes) {
        String results = Vector.ofAll(new TreeMap<>(sizes).entrySet())
                .map(file -> """
                    {"sinkPath":"/out","name":"%s","size":%d}\
                    """.formatted(file.getKey(), file.getValue()))
                .mkString(",");
        return """
            {"flowRunId":"r1","scheduledTime":"2024-05-01T19:59:00Z","exportResults":[%s]}\
            """.formatted(results);
    }

    private static String because(MemoryFiles files, ExportDestination destination) {
        ExportListing listing = Bench.list(files, destination);
        assertThat(listing.complete()).isEmpty();
        return listing.waiting().map(WaitingExport::because).single();
    }

    @Test
    void golden_case_F2_parts_are_one_export_in_the_order_of_their_numbers() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + "_3.csv", HEADER + "c,realized\n")
                .put(Bench.STEM + ".csv", rows(3))
                .put(Bench.STEM + "_2.csv", HEADER + "b,exited\n");

        PlatformExport export = Bench.only(files, Bench.incremental());

        assertThat(export.parts()).extracting(ExportPart::number).containsExactly(1, 2, 3);
        assertThat(Bench.read(files, Bench.incremental(), export).get().rows())
                .containsExactly("+p0", "+p1", "+p2", "-b", "+c");
    }

    @Test
    void golden_case_R10_a_header_alone_is_an_empty_full_export() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", HEADER);

        PlatformExport export = Bench.only(files, Bench.full());

        assertThat(export.kind()).isEqualTo(ExportKind.FULL);
        assertThat(Bench.read(files, Bench.full(), export).get().rows()).isEmpty();
    }

    @Test
    void a_part_that_is_missing_is_waited_for() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", rows(1)).put(Bench.STEM + "_3.csv", rows(1));

        assertThat(because(files, Bench.incremental())).isEqualTo("its part 2 has not come");
    }

    @Test
    void a_last_part_that_is_full_may_have_a_successor() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", rows(3));

        assertThat(because(files, threeRowsAFile())).contains("full with 3 rows");
        assertThat(Bench.list(files.put(Bench.STEM + "_2.csv", rows(1)), threeRowsAFile())
                        .complete())
                .hasSize(1);
    }

    @Test
    void a_full_last_part_is_counted_through_its_compression_and_its_line_breaks() {
        String quoted = HEADER + "\"a\nb\",realized\n\"c\nd\",realized\n";
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + ".csv.gz", PlainGzip.compressed(quoted.getBytes(StandardCharsets.UTF_8)));

        assertThat(Bench.list(files, threeRowsAFile()).complete()).hasSize(1);
    }

    @Test
    void a_file_that_was_just_written_has_to_rest() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + ".csv", HEADER.getBytes(StandardCharsets.UTF_8), MemoryFiles.NOW.minusSeconds(59));
        ExportDestination bucket =
                Bench.destination().settledAfter(Duration.ZERO).build();

        assertThat(because(files, Bench.incremental())).contains("less than PT1M ago");
        assertThat(Bench.list(files, bucket).complete()).hasSize(1);
    }

    @Test
    void a_manifest_decides_whatever_the_rows_say() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + ".csv", rows(3))
                .put("manifest-d1-r1.json", manifest(Map.of(Bench.STEM + ".csv", rows(3).length(), "other.csv", 7)));

        PlatformExport export = Bench.only(files, threeRowsAFile());

        assertThat(export.time()).isEqualTo("2024-05-01T19:59:00Z");
        assertThat(export.timeSource()).isEqualTo(ExportTimeSource.MANIFEST);
    }

    @Test
    void a_manifest_whose_files_are_short_or_missing_is_waited_for() {
        String name = Bench.STEM + ".csv";
        MemoryFiles half = new MemoryFiles()
                .put(name, rows(2))
                .put("manifest-d1-r1.json", manifest(Map.of(name, rows(3).length())));
        MemoryFiles one = new MemoryFiles()
                .put(name, rows(2))
                .put("manifest-d1-r1.json", manifest(Map.of(name, rows(2).length(), Bench.STEM + "_2.csv", 9)));

        assertThat(because(half, Bench.incremental())).contains(rows(2).length() + " of the " + rows(3).length());
        assertThat(because(one, Bench.incremental())).contains("_2.csv, which has not come");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"exportResults\":7}",
                "{\"exportResults\":[{\"name\":\"x.csv\"}]}",
                "{\"exportResults\":[{\"size\":1}]}",
                "{\"flowRunId\":\"r\",\"exportResults\":[{\"name\":\"x.csv\",\"size\":"
            })
    void a_manifest_that_never_completes_is_none(String content) {
        ExportDestination manifests = Bench.destination().manifests(true).build();
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", rows(1)).put("manifest-d1-r1.json", content);

        assertThat(because(files, manifests)).contains("manifest has not come");
        assertThat(Bench.list(files, Bench.incremental()).complete()).hasSize(1);
    }

    @Test
    void two_files_that_claim_one_number_are_not_read() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + ".csv", rows(1))
                .put(Bench.STEM + ".csv.gz", PlainGzip.compressed(rows(1).getBytes(StandardCharsets.UTF_8)));

        assertThat(because(files, Bench.incremental())).contains("2 files claim to be its part 1");
    }

    @Test
    void the_time_is_the_names_or_else_the_files() {
        ExportDestination constant =
                Bench.destination().fileNames("%SEGMENT_ID%").build();
        MemoryFiles named = new MemoryFiles().put(Bench.STEM + ".csv", rows(1));
        MemoryFiles unnamed = new MemoryFiles().put(Bench.AUDIENCE + ".csv", rows(1));

        assertThat(Bench.only(named, Bench.incremental()).time()).isEqualTo(STAMP);
        PlatformExport stored = Bench.only(unnamed, constant);
        assertThat(stored.time()).isEqualTo(MemoryFiles.NOW.minusSeconds(3600));
        assertThat(stored.timeSource()).isEqualTo(ExportTimeSource.STORED);
        assertThat(stored.notices()).anyMatch(notice -> notice.contains("overwrites"));
    }

    @Test
    void an_export_is_known_by_its_content_and_not_by_its_name() {
        MemoryFiles first = new MemoryFiles().put(Bench.STEM + ".csv", rows(1));
        MemoryFiles renamed = new MemoryFiles().put(Bench.STEM.replace("2000", "2300") + ".csv", rows(1));
        MemoryFiles changed = new MemoryFiles().put(Bench.STEM + ".csv", rows(1).replace('p', 'q'));

        String identity = Bench.only(first, Bench.incremental()).identity();

        assertThat(Bench.only(renamed, Bench.incremental()).identity()).isEqualTo(identity);
        assertThat(Bench.only(changed, Bench.incremental()).identity()).isNotEqualTo(identity);
    }

    @Test
    void other_audiences_other_destinations_and_folders_below_are_left_alone() {
        MemoryFiles files = new MemoryFiles()
                .put("out/" + Bench.STEM + ".csv", rows(1))
                .put("out/" + Bench.STEM.replace("979558ae", "00000000") + ".csv", rows(2))
                .put("out/" + Bench.STEM.replace("Campaign", "Other") + ".csv", rows(2))
                .put("out/old/" + Bench.STEM + ".csv", rows(2))
                .put(Bench.STEM + ".csv", rows(2));
        ExportDestination folder = Bench.destination().folder("out").build();

        assertThat(Bench.only(files, folder).parts()).hasSize(1);
    }

    private static ExportDestination since(Instant first) {
        ExportSchedule schedule = ExportSchedule.builder()
                .firstExport(first)
                .activated(first.minus(Duration.ofDays(3)))
                .build();
        return Bench.destination().schedule(schedule).build();
    }

    @Test
    void the_first_exports_time_tells_the_full_one_from_the_changes_and_from_earlier_activations() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM.replace("200000", "230104") + ".csv", rows(1))
                .put(Bench.STEM.replace("200000", "170000") + ".csv", rows(2))
                .put(Bench.STEM + ".csv", rows(3));

        ExportListing listing = Bench.list(files, since(STAMP));

        assertThat(listing.complete().map(PlatformExport::kind))
                .containsExactly(ExportKind.FULL, ExportKind.INCREMENTAL);
    }

    @Test
    void a_change_that_comes_before_its_full_export_is_a_change_all_the_same() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM.replace("200000", "230104") + ".csv", rows(1));

        assertThat(Bench.only(files, since(STAMP)).kind()).isEqualTo(ExportKind.INCREMENTAL);
    }

    @Test
    void without_a_first_exports_time_nothing_is_full_unless_the_caller_says_so() {
        MemoryFiles files = new MemoryFiles()
                .put(Bench.STEM + ".csv", rows(1))
                .put(Bench.STEM.replace("200000", "230104") + ".csv", rows(2));
        ExportDestination earliest = Bench.destination()
                .schedule(ExportSchedule.builder().earliestIsFull(true).build())
                .build();

        assertThat(Bench.list(files, Bench.incremental()).complete().map(PlatformExport::kind))
                .containsExactly(ExportKind.INCREMENTAL, ExportKind.INCREMENTAL);
        assertThat(Bench.list(files, earliest).complete().map(PlatformExport::kind))
                .containsExactly(ExportKind.FULL, ExportKind.INCREMENTAL);
    }

    @Test
    void a_first_export_made_before_noon_of_the_next_day_may_lack_people() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", rows(1));
        ExportSchedule early = ExportSchedule.builder()
                .mode(ExportMode.DAILY_FULL_EXPORT)
                .activated(Instant.parse("2024-05-01T08:00:00Z"))
                .build();
        ExportSchedule late = ExportSchedule.builder()
                .from(early)
                .activated(Instant.parse("2024-04-30T23:59:00Z"))
                .build();

        PlatformExport first =
                Bench.only(files, Bench.destination().schedule(early).build());
        PlatformExport later =
                Bench.only(files, Bench.destination().schedule(late).build());

        assertThat(first.mayLackPeople()).isTrue();
        assertThat(first.notices()).anyMatch(notice -> notice.contains("may lack people"));
        assertThat(later.mayLackPeople()).isFalse();
    }

    @Test
    void every_order_of_arrival_gives_the_same_exports_and_rows() {
        Map<String, String> contents = new TreeMap<>(Map.of(
                Bench.STEM + ".csv",
                rows(3),
                Bench.STEM + "_2.csv",
                HEADER + "x,realized\n",
                Bench.STEM.replace("200000", "230000") + ".csv",
                HEADER + "p1,exited\n",
                Bench.STEM.replace("0501200000", "0502020000") + ".csv",
                HEADER + "p1,realized\nx,exited\n",
                "manifest-d1-r9.json",
                manifest(Map.of(Bench.STEM + "_2.csv", HEADER.length() + 11, Bench.STEM + ".csv", rows(3).length()))));

        List<Object> outcomes = Vector.ofAll(contents.keySet())
                .permutations()
                .map(order -> outcome(order, contents))
                .toJavaList();

        assertThat(outcomes).hasSize(120);
        assertThat(outcomes.stream().distinct()).hasSize(1);
    }

    private static Object outcome(Vector<String> order, Map<String, String> contents) {
        MemoryFiles files = new MemoryFiles();
        order.forEach(name -> files.put(name, contents.get(name)));
        ExportDestination destination = since(STAMP.minusSeconds(600));
        return Bench.list(files, destination)
                .complete()
                .map(export -> List.of(
                        export, Bench.read(files, destination, export).get().rows()))
                .toJavaList();
    }

    @Test
    void a_file_that_goes_between_the_list_and_the_reading_is_an_error() {
        MemoryFiles files = new MemoryFiles().put(Bench.STEM + ".csv", rows(1));
        PlatformExport export = Bench.only(files, Bench.incremental());
        files.delete(Bench.STEM + ".csv", CallOptions.standard().begin());

        assertThat(Bench.read(files, Bench.incremental(), export).getLeft()).isInstanceOf(BridgeError.NotFound.class);
    }

    @Test
    void compressed_files_are_read_whatever_they_are_called_and_damaged_ones_are_an_error() {
        byte[] gzip = PlainGzip.compressed(rows(2).getBytes(StandardCharsets.UTF_8));
        MemoryFiles whole = new MemoryFiles().put(Bench.STEM + ".csv", gzip);
        MemoryFiles cut = new MemoryFiles().put(Bench.STEM + ".csv.gz", Arrays.copyOf(gzip, gzip.length - 9));

        assertThat(Bench.read(whole, Bench.incremental(), Bench.only(whole, Bench.incremental()))
                        .get()
                        .rows())
                .containsExactly("+p0", "+p1");
        assertThat(Bench.read(cut, Bench.incremental(), Bench.only(cut, Bench.incremental()))
                        .getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void an_encrypted_file_needs_a_cipher_and_a_cipher_an_encrypted_file() {
        MemoryFiles encrypted = new MemoryFiles().put(Bench.STEM + ".csv.gpg", new byte[] {(byte) 0x85, 1, 12, 3});
        MemoryFiles plain = new MemoryFiles().put(Bench.STEM + ".csv", rows(1));
        ExportDestination opened = Bench.destination().cipher("adobe").build();

        assertThat(Bench.read(encrypted, Bench.incremental(), Bench.only(encrypted, Bench.incremental()))
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(Bench.read(plain, opened, Bench.only(plain, opened))
                        .getLeft()
                        .message())
                .contains("is not encrypted");
    }
}
