// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by Audience Manager's outbound file name template. */
final class OutboundNamesTest {
    @Test
    void a_split_file_with_an_account_is_read() {
        OutboundName name =
                read("S3_1234_20914_XYZCustomer_iter_1486140844000001.sync.gz").get();

        assertThat(name.destination()).isEqualTo(OptionalLong.of(1234));
        assertThat(name.master()).isEqualTo(OptionalLong.of(20914));
        assertThat(name.full()).isFalse();
        assertThat(name.stamp()).isEqualTo(1486140844000L);
        assertThat(name.part()).isEqualTo(1);
        assertThat(name.dashed()).isFalse();
        assertThat(name.root()).isEqualTo("S3_1234_20914_XYZCustomer_iter_1486140844000");
    }

    @Test
    void an_only_file_without_an_account_is_read() {
        OutboundName name =
                read("out/20101/ftp_1234_20915_full_1486140843000.sync.gz").get();

        assertThat(name.full()).isTrue();
        assertThat(name.part()).isEqualTo(OutboundName.UNNUMBERED);
        assertThat(name.root()).isEqualTo("out/20101/ftp_1234_20915_full_1486140843000");
    }

    @Test
    void a_dashed_split_number_and_a_control_file_are_read() {
        OutboundName part = read("s3_1_2_full_1486140843000-2.sync").get();
        OutboundName control = read("s3_1_2_full_1486140843000.info").get();

        assertThat(part.part()).isEqualTo(2);
        assertThat(part.dashed()).isTrue();
        assertThat(control.control()).isTrue();
        assertThat(control.root()).isEqualTo(part.root());
    }

    @Test
    void thirteen_digits_are_milliseconds_unless_the_destination_stamps_in_seconds() {
        String sample = "s3_123456_9999_full_1566906141001.csv";
        OutboundSettings seconds = OutboundSettings.builder().stampDigits(10).build();

        assertThat(read(sample).get().stamp()).isEqualTo(1566906141001L);
        assertThat(read(sample).get().part()).isEqualTo(OutboundName.UNNUMBERED);
        assertThat(read(seconds, sample).get().stamp()).isEqualTo(1566906141000L);
        assertThat(read(seconds, sample).get().part()).isEqualTo(1);
    }

    @Test
    void a_stamp_of_just_ten_digits_is_seconds_either_way() {
        assertThat(read("s3_1_2_full_1566906141.sync").get().stamp()).isEqualTo(1566906141000L);
    }

    @Test
    void a_template_with_two_data_sources_is_read_by_that_template_only() {
        String sample = "ftp_215_888_20915_iter_1486140844000.sync";
        OutboundSettings template = OutboundSettings.builder()
                .names("<SYNC_TYPE>_<ORDER_ID>_<DPID>_<MASTER_DPID>_<SYNC_MODE>_<TIMESTAMP>SPLITNUM.sync.gz")
                .build();

        assertThat(read(template, sample).get().master()).isEqualTo(OptionalLong.of(20915));
        assertThat(read(sample).get().master()).isEqualTo(OptionalLong.of(888));
        assertThat(read(template, "ftp_215_20915_iter_1486140844000.sync")).isEmpty();
    }

    @Test
    void a_template_without_a_destination_leaves_it_open() {
        OutboundSettings template = OutboundSettings.builder()
                .names("campaign-<SYNC_MODE>.<TIMESTAMP>")
                .build();

        assertThat(read(template, "campaign-full.1486140844000.sync.gz").get().destination())
                .isEmpty();
        assertThat(read(template, "campaign-fullx1486140844000.sync.gz")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3_1_2_full_14861408430.sync",
                "s3_1_2_full_148614084300001.sync",
                "s3_1_2_part_1486140843000.sync",
                "s3_1_2_full_1486140843000.zip",
                "s3_1_2_full_1486140843000.sync.gz.tmp",
                "1_2_full_1486140843000.sync"
            })
    void another_name_is_no_file_of_the_destination(String name) {
        assertThat(read(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SYNC_TYPE>_<SYNC_MODE>",
                "<TIMESTAMP>",
                "<SYNC_MODE>_<TIMESTAMP; format=\"YYYYMMDDhhmmss\">",
                "<ORDER_ID>_<DID>_<SYNC_MODE>_<TIMESTAMP>",
                "[<SYNC_MODE>_<TIMESTAMP>"
            })
    void a_template_that_cannot_tell_the_newest_full_file_is_refused(String template) {
        OutboundSettings settings = OutboundSettings.builder().names(template).build();

        assertThat(OutboundNames.of(settings).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_stamp_has_ten_or_thirteen_digits() {
        OutboundSettings settings = OutboundSettings.builder().stampDigits(12).build();

        assertThat(OutboundNames.of(settings).getLeft().message()).contains("12");
    }

    private static Option<OutboundName> read(String name) {
        return read(OutboundSettings.standard(), name);
    }

    private static Option<OutboundName> read(OutboundSettings settings, String name) {
        return OutboundNames.of(settings)
                .get()
                .read(StoredFile.builder()
                        .name(name)
                        .size(1)
                        .modified(Instant.EPOCH)
                        .contentTag("x")
                        .build());
    }
}
