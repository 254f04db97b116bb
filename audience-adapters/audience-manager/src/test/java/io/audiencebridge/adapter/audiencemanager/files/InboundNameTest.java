// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by Audience Manager's grammar of inbound data files. */
final class InboundNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp_dpm_478_1366545717.sync",
                "ftp_dpm_478_1366545717.sync.1.gz",
                "ftp_dpm_478_1366545717.sync.2.gz",
                "ftp_dpm_478_1366545717.overwrite",
                "ftp_dpm_20914_21_1234567890.sync",
                "ftp_dpm_100_1400000000.sync.pgp",
                "ftp_dpm_100_1400000000.overwrite.gpg",
                "ftp_dpm_100_1400000000.sync.1.gpg",
                "ftp_dpm_odc_12345_1556223815.sync"
            })
    void a_valid_name_is_read_and_written_back(String name) {
        assertThat(InboundName.parse(name).map(InboundName::text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp_dpm_20914_1234567890.sync",
                "ftp_dpm_1171489_1234567890.sync.gz",
                "ftp_dpm_100_1400000000.sync.gz.gpg",
                "ftp_dpm_100_123456789.sync",
                "ftp_dpm_100_14000000000.sync",
                "ftp_dpm_100_1400000000.gz",
                "ftp_dpm_100_1400000000.sync.zip",
                "ftp_dpm_100_1400000000.sync.0.gz",
                "FTP_DPM_100_1400000000.SYNC",
                "ftp_dpm_100_1400000000.sync\n",
                "ftp_dpm_1_2_3_1400000000.sync",
                "ftp_dpm_١٠٠_1400000000.sync"
            })
    void a_name_that_the_system_would_not_take_is_none(String name) {
        assertThat(InboundName.parse(name)).isEmpty();
    }

    @Test
    void two_numbers_are_source_and_stamp_and_three_have_the_owner_between() {
        InboundName two = InboundName.parse("ftp_dpm_478_1366545717.overwrite").get();
        InboundName three =
                InboundName.parse("ftp_dpm_20914_21_1234567890.sync.7.gz").get();

        assertThat(two)
                .isEqualTo(new InboundName(
                        false, 478, OptionalLong.empty(), 1366545717L, "overwrite", InboundName.WHOLE, ""));
        assertThat(three).isEqualTo(new InboundName(false, 20914, OptionalLong.of(21), 1234567890L, "sync", 7, "gz"));
    }

    @Test
    void a_change_is_a_gzip_sync_file() {
        Instant stamp = Instant.ofEpochSecond(1769817600);

        assertThat(InboundName.change(478, stamp, InboundName.WHOLE).text())
                .isEqualTo("ftp_dpm_478_1769817600.sync.gz");
        assertThat(InboundName.change(478, stamp, 12).text()).isEqualTo("ftp_dpm_478_1769817600.sync.12.gz");
    }

    @Test
    void the_folder_is_the_utc_day_of_the_stamp() {
        InboundFolder acme = new InboundFolder("acme");

        assertThat(acme.of(Instant.parse("2026-01-31T00:00:00Z"))).isEqualTo("acme/date=2026-01-31/");
        assertThat(acme.of(Instant.parse("2026-01-31T23:59:59Z"))).isEqualTo("acme/date=2026-01-31/");
        assertThat(acme.of(Instant.parse("2026-02-01T00:00:00Z"))).isEqualTo("acme/date=2026-02-01/");
    }
}
