// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WritingReportsTest {
    private static final Receipt EXPORT = receipt("out")
            .exported(ExportTally.builder()
                    .read(100_000)
                    .shared(81_002)
                    .alreadyShared(7)
                    .rows(95_123)
                    .complement(Complement.builder()
                            .noVisitorId(17_900)
                            .noDeclaredId(0)
                            .invalid(91)
                            .optedOut(1_000)
                            .build())
                    .build())
            .addFiles("sandbox/date=2026-11-24/ftp_dpm_13701_1795536000.sync.gz")
            .visible(FreshnessPolicy.documented()
                    .window(Instant.parse("2026-11-24T16:20:59Z"), FreshnessLeg.FILE_TO_AUDIENCE_MANAGER))
            .build();

    private static final Receipt IMPORT = receipt("back")
            .imported(ImportTally.builder()
                    .match(MatchTally.builder()
                            .read(95_123)
                            .matched(92_000)
                            .ambiguous(1_000)
                            .unmatched(2_000)
                            .invalid(20)
                            .duplicate(100)
                            .suppressed(3)
                            .links(94_100)
                            .build())
                    .collapsed(13_000)
                    .listSize(81_100)
                    .added(81_000)
                    .kept(100)
                    .removed(5)
                    .build())
            .build();

    @Test
    void a_program_reads_the_frozen_names() {
        String json = new JsonReport().write(List.of(EXPORT, IMPORT)).get();

        assertThat(json)
                .isEqualTo("{\"export\":{\"read\":100000,\"shared\":81002,\"alreadyShared\":7,\"rows\":95123,"
                        + "\"complement\":{\"noVisitorId\":17900,\"noDeclaredId\":0,\"invalid\":91,\"optedOut\":1000}},"
                        + "\"import\":{\"read\":95123,\"matched\":92000,\"ambiguous\":1000,\"unmatched\":2000,"
                        + "\"invalid\":20,\"duplicate\":100,\"suppressed\":3,\"links\":94100,\"collapsed\":13000,"
                        + "\"listSize\":81100,\"added\":81000,\"kept\":100,\"removed\":5}}\n");
    }

    @Test
    void a_journey_that_only_went_out_has_no_import() {
        assertThat(new JsonReport().write(List.of(EXPORT)).get()).doesNotContain("import");
        assertThat(new TextReport().write(List.of(EXPORT)).get()).doesNotContain("IMPORT");
    }

    @Test
    void a_person_reads_counts_under_each_other_and_sums_that_close() {
        String text = new TextReport().write(List.of(EXPORT, IMPORT)).get();

        assertThat(text).isEqualTo("""
                EXPORT, in people
                  read                                          100,000
                    shared                                       81,002
                    already shared                                    7
                    not shared                                   18,991
                      no visitor id                              17,900
                      no declared id                                  0
                      no valid id                                    91
                      opted out                                   1,000
                  100,000 read = 81,002 shared + 7 already shared + 18,991 not shared
                  rows written, one for each key                 95,123
                  file sandbox/date=2026-11-24/ftp_dpm_13701_1795536000.sync.gz
                  visible in the audience from 2026-11-24 16:20, usually by 2026-11-25 16:20, at the latest by 2026-11-26 16:20 UTC
                IMPORT, in rows
                  read                                           95,123
                    matched one person                           92,000
                    ambiguous, the id of several people           1,000
                    unmatched, the id of nobody                   2,000
                    invalid                                          20
                    duplicate                                       100
                    suppressed, opted out                             3
                  95,123 read = 92,000 matched + 1,000 ambiguous + 2,000 unmatched + 20 invalid + 100 duplicate + 3 suppressed
                IMPORT, in people
                  in the list now                                81,100
                    added                                        81,000
                    kept                                            100
                  removed from the list                               5
                  94,100 links = 81,100 in the list + 13,000 further ids of the same people
                  81,100 in the list = 81,000 added + 100 kept
                """);
    }

    @Test
    void a_file_is_named_with_its_size_where_that_is_known() {
        assertThat(new TextReport(file -> 1_234_567).write(List.of(EXPORT)).get())
                .contains("ftp_dpm_13701_1795536000.sync.gz, 1,234,567 bytes\n");
    }

    @Test
    void what_a_workflow_carried_is_told_as_far_as_it_told_it() {
        Instant ended = Instant.parse("2026-11-24T16:20:59Z");
        Receipt carried = receipt("carried")
                .route(Route.SYSTEM)
                .workflow(new WorkflowReport(ended, OptionalLong.of(81_002), OptionalLong.of(18_998)))
                .visible(FreshnessPolicy.documented().window(ended, FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER))
                .build();

        assertThat(new JsonReport().write(List.of(carried)).get())
                .isEqualTo(
                        "{\"workflows\":[{\"ended\":\"2026-11-24T16:20:59Z\",\"result\":81002,\"complement\":18998}]}\n");
        assertThat(new TextReport().write(List.of(carried)).get()).isEqualTo("""
                CARRIED BY THE SYSTEM'S OWN WORKFLOW, in people
                  result                                         81,002
                  complement                                     18,998
                  done at 2026-11-24 16:20 UTC; a workflow tells no reasons, the bridge's own route does
                  visible in the audience from 2026-11-25 16:20, usually by 2026-11-25 22:20, at the latest by 2026-11-26 04:20 UTC
                """);
    }

    @Test
    void what_the_system_stored_is_told_by_reason_and_what_it_does_not_explain_too() {
        Receipt stored = Receipt.builder()
                .from(EXPORT)
                .state(RunState.STORED)
                .stored(StoredTally.builder()
                        .sent(95_123)
                        .received(95_123)
                        .stored(95_000)
                        .putRejected("formatErrors", 100)
                        .realized(95_000)
                        .ended(Instant.parse("2026-11-26T04:00:00Z"))
                        .build())
                .addNotices("Trait 7 expires after 120 days")
                .build();

        assertThat(new TextReport().write(List.of(stored)).get()).endsWith("""
                STORED BY THE SYSTEM, in rows
                  sent                                           95,123
                    stored                                       95,000
                    rejected: formatErrors                          100
                    not explained by the system                      23
                  95,123 sent = 95,000 stored + 100 rejected + 23 not explained
                  done at 2026-11-26 04:00 UTC
                  note: Trait 7 expires after 120 days
                """);
        assertThat(new JsonReport().write(List.of(stored)).get())
                .endsWith("\"stored\":{\"sent\":95123,\"received\":95123,\"stored\":95000,\"unexplained\":23,"
                        + "\"realized\":95000,\"ended\":\"2026-11-26T04:00:00Z\",\"rejected\":{\"formatErrors\":100}},"
                        + "\"notices\":[\"Trait 7 expires after 120 days\"]}\n");
    }

    @Test
    void members_sent_again_and_keys_that_stay_are_told_when_there_are_any() {
        ExportTally tally = EXPORT.exported().orElseThrow();
        Receipt again = Receipt.builder()
                .from(EXPORT)
                .exported(
                        ExportTally.builder().from(tally).renewed(4).staying(3).build())
                .build();

        assertThat(new JsonReport().write(List.of(again)).get()).contains("\"earlier\":{\"renewed\":4,\"staying\":3}");
        assertThat(new TextReport().write(List.of(again)).get())
                .contains("of them sent again, before they expire")
                .contains("ids that left the list and stay shared");
    }

    @Test
    void a_membership_that_changed_is_told_before_the_people() {
        Receipt changed = Receipt.builder()
                .from(IMPORT)
                .membership(MembershipTally.builder()
                        .deliveries(2)
                        .entered(10)
                        .again(5)
                        .left(3)
                        .members(95_003)
                        .build())
                .build();

        assertThat(new TextReport().write(List.of(changed)).get()).contains("""
                MEMBERSHIP, in ids
                  deliveries applied                                  2
                    entered                                          10
                    delivered again                                   5
                    left                                              3
                  members now                                    95,003
                IMPORT, in people
                """);
        assertThat(new JsonReport().write(List.of(changed)).get())
                .contains("\"membership\":{\"deliveries\":2,\"entered\":10,\"again\":5,\"left\":3,\"members\":95003}");
    }

    @Test
    void the_route_of_a_match_is_told_with_its_reason_and_as_far_as_it_is_known_what_it_took() {
        MatchPlan planned = MatchPlan.builder()
                .route(KeyRoute.LOOK_UP)
                .because("1,000 of 5,000,000 recipients are asked for")
                .build();
        MatchPlan done = MatchPlan.builder()
                .from(planned)
                .route(KeyRoute.KEPT_INDEX)
                .because("50,000 of 5,000,000 recipients changed")
                .rows(5_000_000)
                .read(50_000)
                .took(Duration.ofMillis(2_352))
                .build();

        assertThat(json(planned))
                .endsWith(",\"matched\":{\"route\":\"LOOK_UP\","
                        + "\"because\":\"1,000 of 5,000,000 recipients are asked for\"}}\n");
        assertThat(json(done))
                .endsWith(",\"matched\":{\"route\":\"KEPT_INDEX\","
                        + "\"because\":\"50,000 of 5,000,000 recipients changed\",\"rows\":5000000,\"read\":50000,"
                        + "\"millis\":2352}}\n");
        assertThat(text(done))
                .contains(
                        "\nMATCHED by a kept copy of all recipients, and what changed since\n  because 50,000 of 5,000,000 recipients changed\n");
    }

    @Test
    void an_import_whose_route_was_not_told_says_nothing_of_it() {
        assertThat(new JsonReport().write(List.of(IMPORT)).get()).doesNotContain("route", "because");
        assertThat(new TextReport().write(List.of(IMPORT)).get()).doesNotContain("MATCHED");
    }

    @Test
    void two_exports_are_no_journey() {
        BridgeError error = new TextReport().write(List.of(EXPORT, EXPORT)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("2 receipts count an export").contains("one report for each");
    }

    private static String json(MatchPlan plan) {
        return new JsonReport().write(List.of(matchedBy(plan))).get();
    }

    private static String text(MatchPlan plan) {
        return new TextReport().write(List.of(matchedBy(plan))).get();
    }

    private static Receipt matchedBy(MatchPlan plan) {
        return Receipt.builder().from(IMPORT).matched(plan).build();
    }

    private static Receipt.Builder receipt(String run) {
        return Receipt.builder().run(new RunId(run)).state(RunState.DELIVERED);
    }
}
