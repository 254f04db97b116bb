// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static io.audiencebridge.domain.service.TwoEnds.CRM;
import static io.audiencebridge.domain.service.TwoEnds.EXPORTS;
import static io.audiencebridge.domain.service.TwoEnds.IMPORT;
import static io.audiencebridge.domain.service.TwoEnds.IMPORTS;
import static io.audiencebridge.domain.service.TwoEnds.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis says of the runs of a sharing: severity and words. */
class LookingAtTheBridgeTest {
    private final Stores stores = new Stores();

    @Test
    void a_request_that_never_ran_is_told_and_blames_nobody() {
        Finding finding = run(IMPORTS);

        assertThat(finding.severity()).isEqualTo(Severity.INFORMS);
        assertThat(finding.connection()).isEqualTo(CRM);
        assertThat(finding.seen())
                .isEqualTo("The journal has no run of this sharing; if members arrived, somebody else brought them.");
        assertThat(finding.remedy()).isEqualTo("Share it, then wait for the time that the receipt names.");
    }

    @Test
    void runs_of_another_data_source_or_from_elsewhere_are_other_sharings() {
        imported(1, RunState.FAILED, Map.of("dataSource.id", "999"));
        imported(2, RunState.FAILED, Map.of("audience.connection", "elsewhere"));

        assertThat(run(IMPORTS).seen()).startsWith("The journal has no run of this sharing");
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "CANCELLED"})
    void a_run_that_stopped_blocks_if_none_was_ever_delivered_and_weakens_otherwise(RunState state) {
        imported(2, state, Map.of());
        Finding first = run(IMPORTS);
        assertThat(first.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(first.seen()).isEqualTo("The last run, run-2, ended as " + state + ", and none was ever delivered.");
        assertThat(first.remedy()).isEqualTo("Mend what is told above, then call resume(\"run-2\").");

        imported(1, RunState.DELIVERED, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen()).endsWith("; an earlier one was delivered.");
    }

    @Test
    void a_run_that_was_refused_changed_nothing() {
        imported(1, RunState.REFUSED, Map.of());

        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(IMPORTS).seen()).isEqualTo("The last run, run-1, was refused as it stood, and changed nothing.");
        assertThat(run(IMPORTS).remedy()).isEqualTo("Mend what is told above, then start a new run.");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED", "PREPARING", "TRANSFERRING"})
    void a_run_at_work_weakens_only_if_none_was_delivered_before(RunState state) {
        imported(2, state, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo("The last run, run-2, is at work or was left in the middle (" + state + ").");

        imported(1, RunState.DELIVERED, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
    }

    @Test
    void a_run_that_waits_says_until_when_and_for_what_and_whether_it_is_late() {
        RunRecord waits = RunRecord.builder()
                .from(record(1, RunState.AWAITING_FILE, importFacts(Map.of())))
                .waiting(new Waiting(Stores.NOW.plusSeconds(60), "the delivery of the audience"))
                .build();
        stores.journal.save(waits);
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo("The last run, run-1, waits until 2026-11-26T00:01:00Z: the delivery of the audience.");

        stores.journal.save(Facts.with(waits, Map.of("late.since", "2026-11-25T00:00:00Z")));
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen()).endsWith("; it is late since 2026-11-25T00:00:00Z.");
    }

    @Test
    void an_import_that_is_delivered_is_met_unless_it_matched_nobody() {
        imported(1, RunState.DELIVERED, tally(4, 1, 3));
        assertThat(look(IMPORTS)).isInstanceOf(CheckOutcome.Met.class);
        assertThat(((CheckOutcome.Met) look(IMPORTS)).seen()).isEqualTo("Run run-1 was delivered.");

        imported(1, RunState.DELIVERED, tally(0, 0, 0));
        assertThat(look(IMPORTS)).as("nobody was read").isInstanceOf(CheckOutcome.Met.class);

        imported(1, RunState.DELIVERED, tally(4, 0, 4));
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo(
                        "Run run-1 read 4 members and matched none: 4 belong to no recipient, 0 are no ids, 0 opted out.");
    }

    @Test
    void an_export_whose_members_do_not_show_yet_says_when_they_do() {
        Map<String, String> facts = new TreeMap<>(ShareFacts.write(SHARE));
        facts.putAll(Map.of(
                "files", "a.sync.gz", "delivered", Stores.NOW.minusSeconds(3600).toString()));
        stores.journal.save(record(1, RunState.DELIVERED, facts));
        assertThat(run(EXPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(EXPORTS).seen())
                .isEqualTo(
                        "Run run-1 was delivered; members show between 2026-11-25T23:00:00Z and 2026-11-27T23:00:00Z.");
        assertThat(run(EXPORTS).remedy())
                .isEqualTo("Wait for that time, or track(\"run-1\") to ask what the system made of it.");

        facts.put("delivered", Stores.NOW.minus(Duration.ofDays(2)).toString());
        stores.journal.save(record(1, RunState.DELIVERED, facts));
        assertThat(look(EXPORTS)).isInstanceOf(CheckOutcome.Met.class);
        facts.put("delivered", Stores.NOW.toString());
        stores.journal.save(record(1, RunState.VISIBLE, facts));
        assertThat(look(EXPORTS)).as("it shows already").isInstanceOf(CheckOutcome.Met.class);
    }

    private Finding run(Ends ends) {
        return ((CheckOutcome.Found) look(ends)).finding();
    }

    private CheckOutcome look(Ends ends) {
        return new RunLook(stores.infrastructure().build())
                .look(ends, Rows.call())
                .head();
    }

    private void imported(int number, RunState state, Map<String, String> facts) {
        stores.journal.save(record(number, state, importFacts(facts)));
    }

    private static Map<String, String> importFacts(Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(ImportFacts.write(IMPORT));
        facts.putAll(more);
        return facts;
    }

    private static Map<String, String> tally(int read, int links, int unmatched) {
        Map<String, String> facts = new TreeMap<>(Map.of("import.read", "" + read, "import.matched", "" + links));
        facts.putAll(Map.of("import.unmatched", "" + unmatched, "import.links", "" + links));
        for (String name : new String[] {
            "ambiguous", "invalid", "duplicate", "suppressed", "collapsed", "listSize", "added", "kept", "removed"
        }) {
            facts.put("import." + name, "0");
        }
        return facts;
    }

    private static RunRecord record(int number, RunState state, Map<String, String> facts) {
        Instant started = Stores.NOW.minus(Duration.ofDays(10 - number));
        return RunRecord.builder()
                .run(new RunId("run-" + number))
                .state(state)
                .started(started)
                .updated(started)
                .facts(facts)
                .build();
    }
}
