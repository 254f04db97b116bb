// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.engine.Journal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} does. The test of an implementation extends this class and opens a journal for each test. */
@ContractOf(Journal.class)
@Tag("journal")
public abstract class JournalContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final RunId RUN = new RunId("run-1");

    private Journal journal;

    /** For subclasses. */
    protected JournalContract() {}

    /** A journal without a record in it. */
    protected abstract Journal open() throws Exception;

    /** The same journal as another process would open it; a journal that ends with its process answers the one it gave. */
    protected abstract Journal reopen() throws Exception;

    @BeforeEach
    void openJournal() throws Exception {
        journal = Lens.on(open());
    }

    @Rule("R30.1")
    @Test
    void a_record_is_found_as_it_was_written_also_by_another_process() throws Exception {
        RunRecord waiting = record(RUN, NOON)
                .state(RunState.AWAITING_TRAIT)
                .waiting(new Waiting(NOON.plusSeconds(60), "the trait is young = \"4 h\"\nüß"))
                .putFacts("audience", "Gold: #1 \\ é")
                .build();
        journal.save(waiting).get();

        assertThat(journal.find(RUN).get().get()).isEqualTo(waiting);
        assertThat(Lens.on(reopen()).find(RUN).get().get()).isEqualTo(waiting);
    }

    @Rule("R30.2")
    @Test
    void a_later_record_replaces_the_earlier_and_all_come_oldest_first() {
        journal.save(record(new RunId("b"), NOON).build()).get();
        journal.save(record(new RunId("a"), NOON.plusSeconds(1)).build()).get();
        journal.save(record(new RunId("b"), NOON).state(RunState.DELIVERED).build())
                .get();

        assertThat(journal.all().get().map(found -> found.run() + " " + found.state()))
                .containsExactly("b DELIVERED", "a PLANNED");
    }

    @Rule("R30.3")
    @Test
    void a_journal_without_runs_is_empty() {
        assertThat(journal.all().get()).isEmpty();
        assertThat(journal.find(RUN).get()).isEmpty();
    }

    private static RunRecord.Builder record(RunId run, Instant started) {
        return RunRecord.builder()
                .run(run)
                .state(RunState.PLANNED)
                .started(started)
                .updated(started);
    }
}
