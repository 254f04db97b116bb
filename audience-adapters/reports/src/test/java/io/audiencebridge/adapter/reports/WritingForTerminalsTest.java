// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WritingForTerminalsTest {
    static Stream<String> samples() {
        return Samples.all().keySet().toJavaStream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_steers_the_terminal(String sample) {
        String text = text(Samples.all().get(sample).get());

        assertThat(text)
                .endsWith("\n")
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]")
                .doesNotContain("\u202E");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("RUN faked"));
    }

    @Test
    void sentences_are_broken_under_their_beginning() {
        assertThat(text(new Report.Diagnosed(Diagnoses.broken())).lines())
                .allMatch(line -> line.length() <= Prose.WIDTH);
    }

    @Test
    void a_diagnosis_tells_the_cause_first_and_the_forecast_after_it() {
        assertThat(text(new Report.Diagnosed(Diagnoses.broken())))
                .startsWith("""
                DIAGNOSIS
                  List 'Loyal customers' of campaign, shared with audience-manager as 'Loyal customers', looked at 2026-11-24
                  12:00 UTC
                  2 things block this sharing
                BLOCKS, seen, at campaign, campaign.P5
                  seen      Workflow 'importSharedAudience' is stopped since 19 Nov 2026; its last log says 'SFT-550012 The
                            external account is disabled'
                  expected  It is started, and its last run is younger than 2 hours
                  do        Enable external account 'importSharedAudience' and start the workflow under Administration,
                            Production, Technical workflows.
                  fact      The technical workflow that imports shared audiences runs every hour and must be started (campaign
                            1.2)
                """)
                .contains("""
                FORECAST, at 95.0% confidence
                  match rate  6.3%, 6.1% to 6.6%
                  list        about 6,340,000 people, 6,120,000 to 6,560,000
                  read        100,000 of 100,000,000 members' keys, 99,412 of 98,700,312 recipients' keys
                  Both sides were sampled by the same hash of the key, so that a pair is in both samples or in none.
                  with lower-case-hex: 71.3%, 70.1% to 72.5%, likely
                    The audience's ids are SHA-256 in upper-case letters, the recipients' in lower-case ones
                    do Write the hashes in lower case where the audience is onboarded.
                """);
    }

    @Test
    void a_timeline_tells_each_leg_and_what_needs_somebody_in_capitals() {
        assertThat(text(new Report.Timed(Samples.timeline())))
                .contains("""
                  passed     Rows stored
                             due from 2026-11-24 12:00, usually by 2026-11-24 20:00, at the latest by 2026-11-25 12:00 UTC
                             seen 2026-11-24 23:00 UTC
                             95,000 of 95,123 rows
                  LATE       Trait population
                """)
                .contains("  STUCK      Segment population\n")
                .contains("EXPORT, in people\n");
    }

    @Test
    void an_explanation_is_numbered() {
        assertThat(text(new Report.Explained(Diagnoses.explanation()))).isEqualTo("""
                THE PERSON IS NOT IN
                  Audience 'Loyal customers' of audience-manager, by data source 14016, looked at 2026-11-24 12:00 UTC
                  The recipient has no visitor id, so no share could carry the person.
                   1. campaign: The recipient is there and is in the list.
                   2. campaign: The tracking logs hold no visitor id of the recipient; they are kept for 180 days.
                   3. suppression store: The person did not opt out.
                   4. ledger: No key of the person was ever shared with this audience.
                """);
    }

    @Test
    void a_preview_says_that_nothing_was_sent_and_what_it_would_take() {
        assertThat(text(new Report.Previewed(Samples.preview())))
                .startsWith("PREVIEW, nothing was sent\n")
                .contains("  2,140 people would be shared\n", "EXPORT, in people\n  read ")
                .contains("""
                        WHAT IT WOULD TAKE
                          file sandbox/date=2026-11-24/ftp_dpm_13701_1795536000.sync.gz, 2,496 rows, about 104,832 bytes
                          calls to campaign: 12 reading, 0 writing
                          calls to audience-manager: 4 reading, 1 writing
                          time about 4 min 14 s, by 3 past runs
                        """);
    }

    @Test
    void a_run_that_waits_says_what_for() {
        assertThat(text(Samples.waits())).isEqualTo("""
                RUN waits, awaiting trait
                  Trait 7 is younger than 4 hours; look again from 2026-11-24 16:00 UTC on
                  LATE since 2026-11-24 21:00 UTC
                """);
    }

    private static String text(Report report) {
        return new BundledReportFactory().write(report, ReportFormat.TEXT).get();
    }
}
