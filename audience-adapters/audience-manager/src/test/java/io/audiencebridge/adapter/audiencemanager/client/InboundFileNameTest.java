// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by the grammar of inbound data files; F-numbers are golden cases of the protocol page, section 8.1. */
final class InboundFileNameTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F01, ftp_dpm_478_1366545717.sync",
        "F02, ftp_dpm_478_1366545717.sync.1.gz",
        "F02, ftp_dpm_478_1366545717.sync.2.gz",
        "F04, ftp_dpm_478_1366545717.overwrite",
        "F05, ftp_dpm_20914_21_1234567890.sync",
        "F08, ftp_dpm_100_1400000000.sync.pgp",
        "F08, ftp_dpm_100_1400000000.overwrite.gpg",
        "part of an encrypted file, ftp_dpm_100_1400000000.sync.1.gpg",
        "F14, ftp_dpm_odc_12345_1556223815.sync",
        "F17, ftp_dpm_478_1769817600.sync",
        "F18, ftp_dpm_1234_1445374061.overwrite"
    })
    void a_valid_name_is_read_and_written_back(String golden, String name) {
        assertThat(InboundFileName.parse(name).get().text()).isEqualTo(name);
        assertThat(InboundFileName.parseLeniently(name)).isEqualTo(InboundFileName.parse(name));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F06, ftp_dpm_20914_1234567890.sync, global data source",
        "another global source, ftp_dpm_1171489_1234567890.sync.gz, global data source",
        "F09, ftp_dpm_100_1400000000.sync.gz.gpg, never both",
        "F09 the other way round, ftp_dpm_100_1400000000.sync.pgp.gz, never both",
        "F12, ftp_dpm_100_1400000000.gz, no mode",
        "F16, FTP_DPM_100_1400000000.SYNC, lower case",
        "zip, ftp_dpm_100_1400000000.sync.zip, must read",
        "part zero, ftp_dpm_100_1400000000.sync.0.gz, must read",
        "four numbers, ftp_dpm_1_2_3_1400000000.sync, must read",
        "other digits, ftp_dpm_١٠٠_1400000000.sync, must read"
    })
    void a_name_that_the_system_would_not_take_is_refused_with_the_reason(String golden, String name, String reason) {
        assertThat(InboundFileName.parse(name).getLeft().message()).contains(reason);
        assertThat(InboundFileName.parseLeniently(name).getLeft().message()).contains(reason);
    }

    @ParameterizedTest(name = "F10: {0}")
    @ValueSource(strings = {"ftp_dpm_100_123456789.sync", "ftp_dpm_100_1400000000000.sync"})
    void another_number_of_digits_is_taken_leniently_only(String name) {
        assertThat(InboundFileName.parse(name).getLeft().message()).contains("ten digits");
        assertThat(InboundFileName.parseLeniently(name).get().text()).isEqualTo(name);
    }

    @Test
    void a_line_break_ends_no_name() {
        assertThat(InboundFileName.parse("ftp_dpm_100_1400000000.sync\n").isLeft())
                .isTrue();
    }

    @Test
    void two_numbers_are_source_and_stamp_and_three_have_the_owner_between() {
        InboundFileName two =
                InboundFileName.parse("ftp_dpm_478_1366545717.overwrite").get();
        InboundFileName three =
                InboundFileName.parse("ftp_dpm_20914_21_1234567890.sync.7.gz").get();

        assertThat(two.owner()).isEqualTo(478);
        assertThat(two.target()).isEmpty();
        assertThat(two.stamp()).isEqualTo(1366545717);
        assertThat(two.mode()).isEqualTo(InboundFileName.Mode.OVERWRITE);
        assertThat(two.part()).isEmpty();
        assertThat(three.dataSource()).isEqualTo(20914);
        assertThat(three.target()).isEqualTo(OptionalLong.of(21));
        assertThat(three.owner()).isEqualTo(21);
        assertThat(three.part()).isEqualTo(OptionalInt.of(7));
        assertThat(three.packing()).contains("gz");
    }
}
