// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.RouteEstimate;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal holds of how a run went; a receipt made in any process says the same. */
class WritingTalliesDownTest {
    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
    private static final Complement COMPLEMENT = Complement.builder()
            .optedOut(101)
            .invalid(102)
            .noVisitorId(103)
            .noDeclaredId(104)
            .build();

    @Test
    void an_export_is_counted_in_ten_numbers() {
        ExportTally tally = ExportTally.builder()
                .read(1)
                .shared(2)
                .alreadyShared(3)
                .renewed(4)
                .staying(5)
                .rows(6)
                .complement(COMPLEMENT)
                .build();

        Map<String, String> facts = TallyFacts.write(tally);

        assertThat(facts)
                .containsOnly(
                        entry("export.read", "1"),
                        entry("export.shared", "2"),
                        entry("export.alreadyShared", "3"),
                        entry("export.renewed", "4"),
                        entry("export.staying", "5"),
                        entry("export.rows", "6"),
                        entry("export.optedOut", "101"),
                        entry("export.invalid", "102"),
                        entry("export.noVisitorId", "103"),
                        entry("export.noDeclaredId", "104"));
        assertThat(TallyFacts.exported(facts)).contains(tally);
        facts.remove("export.renewed");
        facts.remove("export.staying");
        assertThat(TallyFacts.exported(facts))
                .as("of before these were counted")
                .contains(
                        ExportTally.builder().from(tally).renewed(0).staying(0).build());
    }

    @Test
    void an_import_is_counted_in_thirteen_numbers() {
        MatchTally.Builder match = MatchTally.builder();
        match.read(1).matched(2).ambiguous(3).unmatched(4);
        match.invalid(5).duplicate(6).suppressed(7).links(8);
        ImportTally tally = ImportTally.builder()
                .match(match.build())
                .collapsed(9)
                .listSize(10)
                .added(11)
                .kept(12)
                .removed(13)
                .build();

        Map<String, String> facts = TallyFacts.write(tally);

        assertThat(facts)
                .containsOnly(
                        entry("import.read", "1"),
                        entry("import.matched", "2"),
                        entry("import.ambiguous", "3"),
                        entry("import.unmatched", "4"),
                        entry("import.invalid", "5"),
                        entry("import.duplicate", "6"),
                        entry("import.suppressed", "7"),
                        entry("import.links", "8"),
                        entry("import.collapsed", "9"),
                        entry("import.listSize", "10"),
                        entry("import.added", "11"),
                        entry("import.kept", "12"),
                        entry("import.removed", "13"));
        assertThat(TallyFacts.imported(facts)).contains(tally);
    }

    @Test
    void memberships_pairs_events_and_stored_rows_are_read_as_they_were_written() {
        MembershipTally.Builder membership = MembershipTally.builder();
        membership.deliveries(1).entered(2).again(3).left(4).members(5);
        SyncTally sync = SyncTally.builder()
                .read(1)
                .synced(2)
                .alreadySynced(3)
                .renewed(4)
                .pairs(5)
                .complement(COMPLEMENT)
                .build();
        EventTally.Builder events = EventTally.builder();
        events.exports(1).read(2).realized(3).exited(4);
        events.stale(5).conflicting(6).invalid(7);
        StoredTally stored = StoredTally.builder()
                .sent(9)
                .received(8)
                .stored(5)
                .realized(4)
                .ended(NOW)
                .putRejected("invalid id", 2L)
                .putRejected("no such trait", 1L)
                .build();

        assertThat(TallyFacts.membership(TallyFacts.write(membership.build()))).contains(membership.build());
        assertThat(SyncFacts.tally(SyncFacts.write(sync))).contains(sync);
        assertThat(ReceiveFacts.tally(ReceiveFacts.write(events.build()))).contains(events.build());
        assertThat(StoredFacts.read(StoredFacts.write(stored))).contains(stored);
        assertThat(StoredFacts.write(stored))
                .contains(entry("stored.rejected.invalid id", "2"), entry("stored.ended", "2026-11-26T01:00:00Z"));
    }

    @Test
    void a_run_that_counted_nothing_has_no_tally() {
        assertThat(TallyFacts.exported(Map.of())).isEmpty();
        assertThat(TallyFacts.imported(Map.of())).isEmpty();
        assertThat(TallyFacts.membership(Map.of())).isEmpty();
        assertThat(SyncFacts.tally(Map.of())).isEmpty();
        assertThat(ReceiveFacts.tally(Map.of())).isEmpty();
        assertThat(StoredFacts.read(Map.of())).isEmpty();
        assertThat(WorkflowFacts.report(Map.of())).isEmpty();
        assertThat(MatchFacts.read(Map.of())).isEmpty();
    }

    @Test
    void a_route_is_written_with_why_and_what_the_others_would_have_taken() {
        MatchPlan plan = MatchPlan.builder()
                .route(KeyRoute.LOOK_UP)
                .because("it is short")
                .addEstimates(new RouteEstimate(KeyRoute.LOOK_UP, 3, 2500, 500_000, Duration.ofMillis(1250)))
                .addEstimates(new RouteEstimate(KeyRoute.SCAN, 11, 100_000, 10_000_000, Duration.ofSeconds(5)))
                .build();

        RunRecord chosen = MatchFacts.chosen(record(Map.of("match.rows", "1", "match.watermark", "old")), plan);

        assertThat(chosen.facts())
                .containsOnly(
                        entry("match.route", "LOOK_UP"),
                        entry("match.because", "it is short"),
                        entry("match.estimates", "LOOK_UP 3 2500 1250 500000\nSCAN 11 100000 5000 10000000"));
        assertThat(MatchFacts.read(chosen.facts())).contains(plan);
        assertThat(MatchFacts.pending(chosen)).containsExactly(KeyRoute.LOOK_UP);
    }

    @Test
    void an_estimate_of_before_bytes_were_guessed_is_read() {
        Map<String, String> facts =
                Map.of("match.route", "SCAN", "match.because", "b", "match.estimates", "SCAN 11 100000 5000");

        assertThat(MatchFacts.read(facts).orElseThrow().estimates())
                .containsExactly(new RouteEstimate(KeyRoute.SCAN, 11, 100_000, 0, Duration.ofSeconds(5)));
    }

    @Test
    void a_route_that_was_gone_tells_its_rows_and_its_time_and_is_pending_no_more() {
        RunRecord matched = MatchFacts.matched(
                record(Map.of("match.route", "SCAN", "match.because", "b")), 70, 80, 90, Duration.ofMillis(1234));

        MatchPlan plan = MatchFacts.read(matched.facts()).orElseThrow();
        assertThat(plan.rows()).hasValue(70);
        assertThat(plan.read()).hasValue(80);
        assertThat(plan.took()).contains(Duration.ofMillis(1234));
        assertThat(plan.estimates()).isEmpty();
        assertThat(matched.facts()).contains(entry("match.keys", "90"));
        assertThat(MatchFacts.pending(matched)).isEmpty();
        assertThat(MatchFacts.pending(record(Map.of()))).isEmpty();
        assertThat(MatchFacts.everybody(matched)).hasValue(70);
        assertThat(MatchFacts.everybody(record(Map.of("match.route", "LOOK_UP", "match.rows", "70"))))
                .as("only those who were looked up")
                .isEmpty();
    }

    @Test
    void a_stamp_says_up_to_where_a_kept_copy_is_brought() {
        IndexStamp stamp = new IndexStamp("mark-9", NOW);

        assertThat(MatchFacts.stamp(MatchFacts.stamped(record(Map.of()), stamp)))
                .containsExactly(stamp);
        assertThat(MatchFacts.stamp(record(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCAN 1 2", "FLY 1 2 3", "SCAN one 2 3"})
    void a_record_whose_estimates_somebody_edited_is_not_sound(String line) {
        Map<String, String> facts = Map.of("match.route", "SCAN", "match.because", "b", "match.estimates", line);

        assertThat(MatchFacts.isSound(record(facts))).isFalse();
    }

    @Test
    void a_record_is_sound_if_all_its_numbers_are() {
        assertThat(MatchFacts.isSound(record(Map.of()))).isTrue();
        assertThat(MatchFacts.isSound(record(Map.of("match.keys", "many")))).isFalse();
        assertThat(MatchFacts.isSound(record(Map.of("match.route", "SCAN", "match.because", "b", "match.keys", "3"))))
                .isTrue();
    }

    @Test
    void what_is_about_to_be_kept_counts_only_once_it_is() {
        RunRecord planned = Intent.planned(
                record(Map.of("membership.entered", "1", "other", "x")), "mark-2", Map.of("membership.entered", "5"));

        assertThat(planned.facts())
                .contains(
                        entry("intent.mark", "mark-2"),
                        entry("intent.membership.entered", "5"),
                        entry("membership.entered", "1"));
        assertThat(Intent.settled(planned, "mark-2"::equals).facts())
                .containsOnly(entry("membership.entered", "5"), entry("other", "x"));
        assertThat(Intent.settled(planned, "mark-1"::equals).facts())
                .containsOnly(entry("membership.entered", "1"), entry("other", "x"));
        RunRecord settled = record(Map.of("intent.left", "over"));
        assertThat(Intent.settled(settled, mark -> true)).isSameAs(settled);
    }

    @Test
    void notices_are_lines_each_once_in_their_order() {
        RunRecord record = NoticeFacts.with(record(Map.of()), List.of("first", "second\nin two lines"));

        RunRecord more = NoticeFacts.with(record, List.of("first", "third"));

        assertThat(NoticeFacts.read(more.facts())).containsExactly("first", "second in two lines", "third");
        assertThat(NoticeFacts.with(record(Map.of()), List.of()).facts()).isEmpty();
        assertThat(NoticeFacts.read(Map.of())).isEmpty();
    }

    @Test
    void a_later_answer_never_shortens_the_wait_for_a_trait() {
        Map<String, String> facts =
                new HashMap<>(TraitWait.longer(Map.of(), Optional.of(new Waiting(NOW, "the trait is new"))));

        assertThat(TraitWait.of(facts)).contains(new Waiting(NOW, "the trait is new"));
        assertThat(TraitWait.longer(facts, Optional.of(new Waiting(NOW, "again"))))
                .isEmpty();
        assertThat(TraitWait.longer(facts, Optional.of(new Waiting(NOW.minusSeconds(1), "sooner"))))
                .isEmpty();
        assertThat(TraitWait.longer(facts, Optional.empty())).isEmpty();
        assertThat(TraitWait.of(TraitWait.longer(facts, Optional.of(new Waiting(NOW.plusSeconds(1), "later")))))
                .contains(new Waiting(NOW.plusSeconds(1), "later"));
        assertThat(TraitWait.of(Map.of())).isEmpty();
    }

    @Test
    void an_order_to_a_workflow_is_written_before_it_is_given_after_it_was_and_when_it_is_done() {
        ConnectionName crm = new ConnectionName("crm");
        RunRecord since = WorkflowFacts.since(record(Map.of("route", "SYSTEM")), NOW);
        Ordered ordered = new Ordered(new AudienceRef(crm, "42"), NOW.plusSeconds(5));
        Map<String, String> facts = WorkflowFacts.write(ordered);
        WorkflowReport whole = new WorkflowReport(NOW, OptionalLong.of(17), OptionalLong.of(4));
        WorkflowReport bare = new WorkflowReport(NOW, OptionalLong.empty(), OptionalLong.empty());

        assertThat(WorkflowFacts.since(since.facts())).contains(NOW);
        assertThat(WorkflowFacts.isOrdered(since.facts())).isFalse();
        assertThat(WorkflowFacts.refused(since).facts()).containsOnly(entry("route", "SYSTEM"));
        assertThat(WorkflowFacts.isOrdered(facts)).isTrue();
        assertThat(WorkflowFacts.ordered(facts, crm)).isEqualTo(ordered);
        assertThat(WorkflowFacts.orderedAt(facts)).contains(NOW.plusSeconds(5));
        assertThat(WorkflowFacts.report(WorkflowFacts.write(whole))).contains(whole);
        assertThat(WorkflowFacts.report(WorkflowFacts.write(bare))).contains(bare);
        assertThat(WorkflowFacts.write(bare)).hasSize(1);
    }

    @Test
    void a_record_keeps_what_it_knew_unless_it_is_told_anew() {
        RunRecord record = Facts.with(record(Map.of("a", "1", "b", "2")), Map.of("b", "3", "c", "4"));

        assertThat(record.facts()).containsOnly(entry("a", "1"), entry("b", "3"), entry("c", "4"));
        assertThat(Facts.number(record.facts(), "c", 9)).isEqualTo(4);
        assertThat(Facts.number(record.facts(), "d", 9)).isEqualTo(9);
    }

    private static RunRecord record(Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.TRANSFERRING)
                .started(NOW)
                .updated(NOW)
                .facts(new TreeMap<>(facts))
                .build();
    }
}
