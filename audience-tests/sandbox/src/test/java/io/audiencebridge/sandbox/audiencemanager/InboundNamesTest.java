// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden cases F01 to F18 of audience-manager.md, section 8.1, and what the page says beside them. */
class InboundNamesTest {
    private static final FileBench BENCH = new FileBench();
    private static final String UUID = "59767559181262060060278870901087098252";
    private static final String DAY = "sandbox/date=2026-01-31/";

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        for (int source : new int[] {478, 100, 1234, 21, 12345}) {
            BENCH.source(source, ",\"useAudienceManagerVisitorID\":true");
            BENCH.trait(24_000 + source, source, "");
        }
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @ParameterizedTest
    @CsvSource({
        "F01, ftp_dpm_478_1366545717.sync",
        "F02, ftp_dpm_478_1366545717.sync.1.gz",
        "F02, ftp_dpm_478_1366545717.sync.2.gz",
        "F04, ftp_dpm_478_1366545717.overwrite",
        "-, ftp_dpm_478_1366545717.overwrite.12.gz",
        "-, ftp_dpm_478_478_1366545717.sync",
    })
    void a_name_of_the_pattern_is_taken(String golden, String name) throws IOException {
        SandboxInboundFile file = BENCH.take(name, UUID + "\td_sid=24478\n");

        assertThat(file.reason()).as(golden).isEmpty();
        assertThat(BENCH.holders(24_478, 0)).containsExactly(UUID);
    }

    @Test
    void f05_device_ids_come_onto_traits_of_the_target() throws IOException {
        String device = "97987bca-ae59-4c7d-94ba-ee4f19ab8c21";

        BENCH.take("ftp_dpm_20914_21_1234567890.sync", device + "\td_sid=24021\n");

        assertThat(BENCH.holders(24_021, 20914)).containsExactly(device);
    }

    @ParameterizedTest
    @CsvSource({
        "F08, ftp_dpm_100_1400000000.sync.pgp",
        "F08, ftp_dpm_100_1400000000.overwrite.gpg",
        "-, ftp_dpm_100_1400000000.sync.1.gpg"
    })
    void an_encrypted_file_is_taken(String golden, String name) throws Exception {
        byte[] encrypted = Encryption.to(BENCH.files().openPgpPublicKey())
                .cipher(SymmetricKeyAlgorithmTags.AES_256)
                .encrypt((UUID + "\td_sid=24100\n").getBytes(StandardCharsets.UTF_8));
        BENCH.buckets.putBytes(DAY + name, encrypted);

        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(BENCH.newest().reason()).as(golden).isEmpty();
        assertThat(BENCH.holders(24_100, 0)).containsExactly(UUID);
    }

    @ParameterizedTest
    @CsvSource({
        "F06, ftp_dpm_20914_1234567890.sync, target",
        "F09, ftp_dpm_100_1400000000.sync.gz.gpg, file name",
        "F09, ftp_dpm_100_1400000000.sync.gpg.gz, file name",
        "F10, ftp_dpm_100_123456789.sync, file name",
        "F12, ftp_dpm_100_1400000000.gz, file name",
        "F16, FTP_DPM_100_1400000000.SYNC, file name",
        "-, ftp_dpm_100_1400000000.sync.zip, file name",
        "-, ftp_dpm_100_1400000000.sync.bz2, file name",
        "-, ftp_dpm_100_1400000000.sync.x.gz, file name",
        "-, ftp_dpm_100_14000000001.sync, file name",
        "-, ftp_dpm_x_1400000000.sync, file name",
        "-, ftp_dpm_0_1400000000.overwrite, does not exist",
        "-, ftp_dpm_99_1400000000.sync, does not exist",
        "-, ftp_dpm_100_99_1400000000.sync, does not exist",
    })
    void another_name_is_left_alone_with_a_reason(String golden, String name, String reason) throws IOException {
        SandboxInboundFile file = BENCH.take(name, UUID + "\td_sid=24100\n");

        assertThat(file.status()).as(golden).isEqualTo("REJECTED");
        assertThat(file.reason()).contains(reason);
        assertThat(BENCH.holders(24_100, 0)).isEmpty();
    }

    @Test
    void f10_a_stamp_of_nine_digits_is_taken_by_the_lenient_switch_of_c2() throws IOException {
        BENCH.files().set("lenientStamps", true);

        BENCH.take("ftp_dpm_100_123456789.sync", UUID + "\td_sid=24100\n");

        assertThat(BENCH.holders(24_100, 0)).containsExactly(UUID);
    }

    @ParameterizedTest
    @CsvSource({"ftp_dpm_100_1400000000.sync", "ftp_dpm_100_1400000000.sync.gz"})
    void f13_an_empty_file_is_left_alone(String name) throws IOException {
        SandboxInboundFile file = BENCH.take(name, "");

        assertThat(file.status()).isEqualTo("REJECTED");
        assertThat(file.reason()).contains("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "F17, sandbox/date=2026-01-31/ftp_dpm_478_1769817600.sync, true, true",
        "C6, sandbox/2018-05-17/ftp_dpm_478_1769817600.sync, false, true",
        "C6, sandbox/ftp_dpm_478_1769817600.sync, false, true",
        "-, sandbox/date=2026-13-31/ftp_dpm_478_1769817600.sync, false, false",
        "-, sandbox/2018-05-17/more/ftp_dpm_478_1769817600.sync, false, false",
        "-, other/date=2026-01-31/ftp_dpm_478_1769817600.sync, false, false",
        "-, ftp_dpm_478_1769817600.sync, false, false",
    })
    void a_key_is_taken_strictly_or_leniently(String golden, String key, boolean strict, boolean lenient)
            throws IOException {
        byte[] rows = (UUID + "\td_sid=24478\n").getBytes(StandardCharsets.UTF_8);
        BENCH.buckets.putBytes(key, rows);
        BENCH.sandbox.clock().advance(FileBench.RUN);
        String strictly = BENCH.newest().status();

        BENCH.files().set("lenientKeys", true);
        BENCH.buckets.putBytes(key, (UUID + "\td_sid=24478,\n").getBytes(StandardCharsets.UTF_8));
        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(strictly).as(golden).isEqualTo(strict ? "PROCESSED" : "REJECTED");
        assertThat(BENCH.newest().status()).isEqualTo(lenient ? "PROCESSED" : "REJECTED");
    }

    @Test
    void f18_a_file_with_crlf_and_a_doubled_comma_is_sound() throws IOException {
        SandboxInboundFile file = BENCH.take(
                "ftp_dpm_1234_1445374061.overwrite",
                UUID + "\td_sid=25234,,\r\n" + UUID.replace('5', '6') + "\tx=1,,y=2\r\n");

        assertThat(file.counters())
                .containsEntry("formatErrors", 0L)
                .containsEntry("storedRecords", 1L)
                .containsEntry("noTraitRealized", 1L);
        assertThat(BENCH.holders(25_234, 0)).containsExactly(UUID);
    }

    @Test
    void a_file_too_large_packed_or_unpacked_is_left_alone() throws IOException {
        String rows = (UUID + "\td_sid=24100\n").repeat(150);
        BENCH.files().set("largestPacked", 50);
        String packed = BENCH.take("ftp_dpm_100_1400000000.sync.gz", rows).reason();
        BENCH.files().set("largestPacked", 1_000_000);
        BENCH.files().set("largest", 5_000);
        String unpacked = BENCH.take("ftp_dpm_100_1400000001.sync.gz", rows).reason();

        assertThat(packed).contains("50 bytes as it was packed");
        assertThat(unpacked).contains("5000 bytes unpacked");
        assertThat(BENCH.holders(24_100, 0)).isEmpty();
    }

    @Test
    void inbound_files_go_after_thirty_days() throws IOException {
        BENCH.take("ftp_dpm_100_1400000000.sync", UUID + "\td_sid=24100\n");
        BENCH.sandbox.clock().advance(Duration.ofDays(29));
        int before = BENCH.sandbox.objects().list(BENCH.sandbox.inboundBucket()).size();
        BENCH.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(before).isEqualTo(1);
        assertThat(BENCH.sandbox.objects().list(BENCH.sandbox.inboundBucket())).isEmpty();
        assertThat(BENCH.holders(24_100, 0)).containsExactly(UUID);
    }
}
