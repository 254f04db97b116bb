// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden cases I01 to I08 of audience-manager.md, section 8.3, and the limits of section 2.11. */
class IdSyncFilesTest {
    private static final FileBench BENCH = new FileBench();
    private static final String UUID = "68079982765673198504052656074456196039";
    private static final String HASH = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";
    private static final int COOKIES = 12345;
    private static final int VENDOR = 67890;
    private static final int PEOPLE = 123;
    private static final int EMAILS = 898;

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.source(COOKIES, ",\"idType\":\"COOKIE\"");
        BENCH.source(VENDOR, ",\"idType\":\"COOKIE\"");
        BENCH.source(PEOPLE, ",\"idType\":\"CROSS_DEVICE\"");
        BENCH.source(EMAILS, ",\"idType\":\"CROSS_DEVICE\"");
        BENCH.trait(24, COOKIES, "");
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void i01_an_id_and_a_device_are_put_together_so_that_the_ids_rows_match() throws IOException {
        SandboxInboundFile before = BENCH.take("ftp_dpm_12345_1400000000.sync", "XYZ-38\td_sid=24\n");

        SandboxInboundFile sync = BENCH.take("adobe_id_0_12345_1476312152.sync", UUID + "\tXYZ-38\n");
        BENCH.take("ftp_dpm_12345_1400000001.sync", "XYZ-38\td_sid=24\n");

        assertThat(before.counters()).containsEntry("noMatchingAamIds", 1L);
        assertThat(sync.counters()).containsEntry("storedRecords", 1L);
        assertThat(BENCH.holders(24, 0)).containsExactly(UUID);
        assertThat(BENCH.holders(24, COOKIES)).containsExactly("XYZ-38");
    }

    @Test
    void a_later_sync_does_not_read_old_files_again() throws IOException {
        BENCH.take("ftp_dpm_12345_1400000000.sync", "XYZ-38\td_sid=24\n");

        BENCH.take("adobe_id_0_12345_1476312152.sync", UUID + "\tXYZ-38\n");

        assertThat(BENCH.holders(24, 0)).isEmpty();
    }

    @Test
    void i02_a_second_file_chains_onto_the_first() throws IOException {
        BENCH.take("adobe_id_0_12345_1476312152.sync", UUID + "\tXYZ-38\n");

        BENCH.take("adobe_id_12345_67890_1476312876.sync", "XYZ-38\t4598060374\nXYZ-39\t1\n");
        BENCH.take("ftp_dpm_67890_12345_1400000001.sync", "4598060374\td_sid=24\n1\td_sid=24\n");

        assertThat(BENCH.holders(24, 0)).containsExactly(UUID);
        assertThat(BENCH.newest().counters()).containsEntry("noMatchingAamIds", 1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "I04; %s|XYZ-38|; formatErrors",
                "I04; %s|XYZ-38 ; formatErrors",
                "-; %s; formatErrors",
                "-; %s|XYZ-38|more; formatErrors",
                "-; 6807998276567319850405265607445619603|XYZ-38; invalidAamIds",
                "-; %s|X:38; invalidDeviceIds",
            })
    void a_row_that_is_wrong_is_skipped_and_counted(String golden, String row, String counter) throws IOException {
        // The blank at the end would be lost in the table.
        String text = row.formatted(UUID).replace('|', '\t') + (row.equals("%s|XYZ-38") ? " " : "");
        SandboxInboundFile file =
                BENCH.take("adobe_id_0_12345_1476312152.sync", text + "\n" + UUID.replace('6', '7') + "\tXYZ-40\n");

        assertThat(file.counters()).as(golden).containsEntry(counter, 1L).containsEntry("storedRecords", 1L);
    }

    @Test
    void i05_people_and_their_hashed_emails_are_put_together() throws IOException {
        SandboxInboundFile file = BENCH.take(
                "c2c_id_123_898_1454442149.sync.gz",
                "CRM-1\t" + HASH + "\nCRM-2\t" + HASH.toUpperCase(Locale.ROOT) + "\nCRM-3\tjohndoe@example.com\n");

        assertThat(file.counters()).containsEntry("storedRecords", 1L).containsEntry("formatErrors", 2L);
        assertThat(BENCH.data().hashedEmails(PEOPLE, "CRM-1", EMAILS)).containsExactly(HASH);
        assertThat(BENCH.data().hashedEmails(PEOPLE, "CRM-2", EMAILS)).isEmpty();
    }

    @Test
    void of_a_persons_hashed_emails_the_latest_ten_stay() throws IOException {
        List<String> hashes = IntStream.range(0, 12)
                .mapToObj(i -> HASH.substring(2) + (char) ('a' + i % 6) + i % 10)
                .toList();
        BENCH.take(
                "c2c_id_123_898_1454442149.sync",
                hashes.stream().map(hash -> "CRM-1\t" + hash + "\n").collect(Collectors.joining()));

        List<String> kept = BENCH.data().hashedEmails(PEOPLE, "CRM-1", EMAILS);

        assertThat(kept).hasSize(10).startsWith(hashes.get(11)).endsWith(hashes.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "I06, adobe_id_123_898_1454442149.overwrite",
        "-, adobe_id_0_12345_1454442149.sync.gpg",
        "-, adobe_id_12345_1454442149.sync",
        "-, id_0_12345_1454442149.sync",
        "-, c2c_id_123_898_456_1454442149.sync",
        "-, adobe_id_0_99_1454442149.sync",
    })
    void another_name_is_left_alone(String golden, String name) throws IOException {
        SandboxInboundFile file = BENCH.take(name, UUID + "\tXYZ-38\n");

        assertThat(file.status()).as(golden).isEqualTo("REJECTED");
    }

    @Test
    void i08_an_encoded_id_is_taken_literally() throws IOException {
        BENCH.take("adobe_id_0_12345_1476312152.sync", UUID + "\ta%2Bb\n");

        BENCH.take("ftp_dpm_12345_1400000001.sync", "a+b\td_sid=24\na%2Bb\td_sid=24\n");

        assertThat(BENCH.newest().counters()).containsEntry("noMatchingAamIds", 1L);
        assertThat(BENCH.holders(24, COOKIES)).containsExactly("a%2Bb");
    }

    @ParameterizedTest
    @CsvSource({"false, PROCESSED", "true, REJECTED"})
    void c8_a_customers_ids_may_stand_first_or_must_not(boolean devicesOnly, String status) throws IOException {
        BENCH.files().set("deviceMastersOnly", devicesOnly);

        SandboxInboundFile file = BENCH.take("adobe_id_12345_0_1476312152.sync", "XYZ-38\t" + UUID + "\n");

        assertThat(file.status()).isEqualTo(status);
        if (!devicesOnly) {
            BENCH.take("ftp_dpm_12345_1400000001.sync", "XYZ-38\td_sid=24\n");
            assertThat(BENCH.holders(24, 0)).containsExactly(UUID);
        }
    }

    @Test
    void a_row_may_have_many_columns_and_a_file_many_parts() throws IOException {
        BENCH.buckets.put("adobe_id_0_12345_67890_123_1476312152.sync.1.gz", UUID + "\tA\tB\tCRM-1\n");
        BENCH.take("adobe_id_0_12345_67890_123_1476312152.sync.2.gz", UUID.replace('6', '7') + "\tC\tD\tCRM-2\n");

        BENCH.take("ftp_dpm_67890_12345_1400000001.sync", "B\td_sid=24\nD\td_sid=24\n");

        assertThat(BENCH.holders(24, COOKIES)).containsExactly("A", "C");
        assertThat(BENCH.data().devices(PEOPLE, "CRM-2")).containsExactly(UUID.replace('6', '7'));
    }

    @Test
    void a_device_keeps_the_latest_ten_people_and_a_person_the_latest_hundred_devices() throws IOException {
        BENCH.take(
                "adobe_id_0_123_1476312152.sync",
                IntStream.range(0, 12).mapToObj(i -> UUID + "\tCRM-" + i + "\n").collect(Collectors.joining()));
        BENCH.take(
                "adobe_id_0_123_1476312153.sync",
                IntStream.range(0, 120)
                        .mapToObj(i -> UUID.substring(3) + (100 + i) + "\tMANY\n")
                        .collect(Collectors.joining()));

        assertThat(BENCH.data().devices(PEOPLE, "CRM-1")).isEmpty();
        assertThat(BENCH.data().devices(PEOPLE, "CRM-2")).containsExactly(UUID);
        assertThat(BENCH.data().devices(PEOPLE, "MANY"))
                .hasSize(100)
                .startsWith(UUID.substring(3) + 219)
                .endsWith(UUID.substring(3) + 120);
    }

    @Test
    void a_device_id_that_nobody_knew_gets_a_device() throws IOException {
        String idfa = "B56E68EC-34ED-46D5-AF0C-1D2401F676C9";

        BENCH.take("adobe_id_20915_123_1476312152.sync", idfa + "\tCRM-1\n");

        assertThat(BENCH.data().devices(PEOPLE, "CRM-1")).hasSize(1);
        assertThat(BENCH.data().devices(20915, idfa)).isEqualTo(BENCH.data().devices(PEOPLE, "CRM-1"));
    }
}
