// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboundReceiptTest {
    /** With the figures of the documents' own sample, whose sum is off by 7. */
    private static final String MAIL = """
            From: aam-noreply@adobe.com
            Subject: Adobe Audience Manager Server-To-Server Processing Result:

            Dear Adobe Partner: (ID:7)
            We have received your Adobe Audience Manager Server-To-Server file delivery
            File name:
             s3n://bucket/2018-05-17/ftp_dpm_7_901_1368806402.sync
             s3n://bucket/date=2018-05-16/ftp_dpm_7_901_1368655202.sync.2.gz
             s3n://bucket/2018-05-17/ftp_dpm_7_901_1368806402.sync
            Records received: 40669900
            Format Errors: 0
            Invalid AAM ID: 112
            No Matching AAM ID: 0
            No Trait Realized: 26730823
            Records processed: 40669900
            Stored Records: 13938958
            Total devices: 21
            Total signals: 918878926
            Total unused signals: 660348376
            Total realized traits: 258086908
            Total removed traits: 0
            Total traits failed validation: 0
            Total users that have traits which failed validation: 0
            Job start time: 2018-05-17 18:07:49
            Job end time: 2018-05-17 18:45:02
            """;

    @Test
    void every_line_of_the_mail_is_read() {
        InboundReceipt receipt = InboundReceipt.parse(MAIL).get();

        assertThat(receipt)
                .isEqualTo(InboundReceipt.builder()
                        .partner(7)
                        .addFiles("ftp_dpm_7_901_1368806402.sync", "ftp_dpm_7_901_1368655202.sync.2.gz")
                        .received(40669900)
                        .formatErrors(0)
                        .invalidAamIds(112)
                        .noMatchingAamIds(0)
                        .noTraitRealized(26730823)
                        .processed(40669900)
                        .stored(13938958)
                        .devices(21)
                        .signals(918878926)
                        .unusedSignals(660348376)
                        .realizedTraits(258086908)
                        .removedTraits(0)
                        .traitsFailed(0)
                        .usersWithTraitsFailed(0)
                        .started(Instant.parse("2018-05-17T18:07:49Z"))
                        .ended(Instant.parse("2018-05-17T18:45:02Z"))
                        .build());
    }

    /** Contradiction C16 of the documents. */
    @Test
    void what_the_counters_leave_open_is_told_as_unexplained() {
        assertThat(InboundReceipt.parse(MAIL).get().unexplained()).isEqualTo(7);
        assertThat(InboundReceipt.parse(MAIL.replace("13938958", "13938965"))
                        .get()
                        .unexplained())
                .isZero();
    }

    @Test
    void line_ends_quotes_bold_marks_and_grouped_digits_do_not_matter() {
        String quoted = MAIL.replace("40669900", "40,669,900")
                .replace("Records received", "> *Records  Received")
                .replace("Invalid AAM ID", "Invalid AAM IDs")
                .replace("\n", "\r\n");

        InboundReceipt receipt = InboundReceipt.parse(quoted).get();

        assertThat(receipt.received()).isEqualTo(40669900);
        assertThat(receipt.invalidAamIds()).isEqualTo(OptionalLong.of(112));
        assertThat(receipt.unexplained()).isEqualTo(7);
    }

    @Test
    void a_line_that_is_not_there_is_empty_and_not_zero() {
        InboundReceipt receipt = InboundReceipt.parse(
                        "Records received: 5\nStored Records: 3\nInvalid Device ID: 2\nJob end time: soon")
                .get();

        assertThat(receipt.formatErrors()).isEmpty();
        assertThat(receipt.invalidDeviceIds()).isEqualTo(OptionalLong.of(2));
        assertThat(receipt.ended()).isEmpty();
        assertThat(receipt.unexplained()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Dear Adobe Partner",
                "Records received: many\nStored Records: 3",
                "Records received: 5",
                "Records received: 99999999999999999999\nStored Records: 3"
            })
    void another_text_is_no_receipt(String text) {
        assertThat(InboundReceipt.parse(text).getLeft().message()).contains("Records received");
    }
}
