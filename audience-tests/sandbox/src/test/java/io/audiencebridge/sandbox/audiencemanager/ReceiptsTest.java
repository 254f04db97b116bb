// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of inbound files: the mail, the history, samples of errors. Source: audience-manager.md, section 4.8. */
class ReceiptsTest {
    private static final FileBench BENCH = new FileBench();
    private static final String ANNA = "59767559181262060060278870901087098252";
    private static final String ROWS = ANNA + "\td_sid=24,x=1\n" + ANNA + " d_sid=24\n5\td_sid=24\n" + ANNA
            + "\td_sid=99\n" + ANNA + "\td_unsid=24\n";
    private Rest rest;

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.source(100, ",\"useAudienceManagerVisitorID\":true");
        BENCH.trait(24, 100, "");
        BENCH.live();
        rest = new Rest(BENCH.sandbox);
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void a_mail_tells_the_counters_of_the_files_of_a_run() throws IOException {
        BENCH.buckets.put("ftp_dpm_100_1400000000.sync.1", ROWS);
        BENCH.take("ftp_dpm_100_1400000000.sync.2.gz", ROWS);

        String mail = BENCH.files().receipts().get(0).mail();

        assertThat(BENCH.files().receipts()).hasSize(1);
        assertThat(mail)
                .startsWith("From: aam-noreply@adobe.com\r\n")
                .contains("Subject: Adobe Audience Manager Server-To-Server Processing Result\r\n")
                .contains("Dear Adobe Partner: (ID:100)\r\n")
                .contains("s3n://aam-inbound/sandbox/date=2026-01-31/ftp_dpm_100_1400000000.sync.1\r\n")
                .contains("s3n://aam-inbound/sandbox/date=2026-01-31/ftp_dpm_100_1400000000.sync.2.gz\r\n")
                .contains("\r\nJob start time: 20");
        assertThat(lines(mail))
                .containsEntry("Records received", 10L)
                .containsEntry("Format Errors", 2L)
                .containsEntry("Invalid AAM ID", 2L)
                .containsEntry("No Matching AAM ID", 0L)
                .containsEntry("No Trait Realized", 2L)
                .containsEntry("Records processed", 10L)
                .containsEntry("Stored Records", 4L)
                .containsEntry("Total signals", 2L)
                .containsEntry("Total unused signals", 2L)
                .containsEntry("Total realized traits", 2L)
                .containsEntry("Total removed traits", 2L)
                .containsEntry("Total traits failed validation", 2L)
                .containsEntry("Total users that have traits which failed validation", 2L);
    }

    @Test
    void the_formula_holds_and_by_the_switch_of_c16_it_does_not() throws IOException {
        BENCH.take("ftp_dpm_100_1400000000.sync", ROWS.repeat(10));
        BENCH.files().set("receiptShortBy", 7);
        BENCH.take("ftp_dpm_100_1400000001.sync", ROWS.repeat(10));

        Map<String, Long> sound = lines(BENCH.files().receipts().get(0).mail());
        Map<String, Long> odd = lines(BENCH.files().receipts().get(1).mail());

        assertThat(sound.get("Stored Records")).isEqualTo(formula(sound));
        assertThat(odd.get("Stored Records")).isEqualTo(formula(odd) - 7);
    }

    @Test
    void files_of_two_sources_have_a_mail_each_and_a_rejected_one_has_none() throws IOException {
        BENCH.source(200, ",\"idType\":\"CROSS_DEVICE\"");
        BENCH.buckets.put("ftp_dpm_200_1400000000.sync", "CRM-1\td_sid=1\n");
        BENCH.buckets.put("ftp_dpm_100_1400000000.sync", ROWS);
        BENCH.take("ftp_dpm_100_1400000000.wrong", ROWS);

        assertThat(BENCH.files().receipts())
                .extracting(SandboxReceipt::dataSourceId)
                .containsExactly(100L, 200L);
        assertThat(BENCH.state().path("receipts").path(1).path("eml").asText()).contains("(ID:200)");
    }

    @Test
    void the_history_has_samples_of_errors_only_while_the_source_keeps_them() throws IOException {
        String rows = (ANNA + " d_sid=24\n").repeat(15) + ROWS;
        BENCH.take("ftp_dpm_100_1400000000.sync", rows);
        rest.put("/v1/datasources/100", """
            {"name":"Source 100","useAudienceManagerVisitorID":true,"samplingEnabled":true}\
            """);
        BENCH.take("ftp_dpm_100_1400000001.sync", rows);
        BENCH.sandbox.clock().advance(Duration.ofDays(14));
        BENCH.take("ftp_dpm_100_1400000002.sync", rows);
        rest.signIn();

        JsonNode history = rest.read("/v1/datasources/100/history/inbound");

        assertThat(history).hasSize(3);
        assertThat(history.path(0).path("samples")).isEmpty();
        JsonNode samples = history.path(1).path("samples");
        assertThat(samples.valueStream()
                        .collect(Collectors.groupingBy(
                                sample -> sample.path("errorType").asText(), Collectors.counting())))
                .containsOnly(
                        Map.entry("formatErrors", 10L),
                        Map.entry("invalidAamIds", 1L),
                        Map.entry("noTraitRealized", 1L));
        assertThat(samples.path(10).path("lineNumber").asInt()).isEqualTo(18);
        assertThat(samples.path(10).path("line").asText()).isEqualTo("5\td_sid=24");
        assertThat(history.path(2).path("samples")).isEmpty();
        assertThat(history.path(2).path("formatErrors").asInt()).isEqualTo(16);
    }

    private static long formula(Map<String, Long> lines) {
        return lines.get("Records processed")
                - lines.get("Format Errors")
                - lines.get("Invalid AAM ID")
                - lines.get("No Matching AAM ID")
                - lines.get("No Trait Realized");
    }

    private static Map<String, Long> lines(String mail) {
        return mail.lines()
                .filter(line -> line.matches("[A-Z][A-Za-z ]+: \\d+"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> Long.valueOf(line.substring(line.indexOf(' ', line.indexOf(':')) + 1))));
    }
}
