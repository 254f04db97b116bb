// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.RunFilter;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link JournalStore} does beside the contracts of its parts. The test of a store extends this class. */
@ContractOf(JournalStore.class)
@Tag("journal-store")
public abstract class JournalStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int MANY = 100;

    /** For subclasses. */
    protected JournalStoreContract() {}

    /** A store without runs, for each test anew. */
    protected abstract JournalStore open() throws Exception;

    /** The same store, opened again after it was closed. */
    protected abstract JournalStore reopen() throws Exception;

    @Rule("R40.1")
    @Test
    void a_page_shows_what_the_journal_was_told() throws Exception {
        try (JournalStore store = Lens.on(open())) {
            store.journal().save(record()).get();

            assertThat(store.pages()
                            .page(RunFilter.builder().most(MANY).build())
                            .get()
                            .map(RunRecord::run))
                    .containsExactly(record().run());
        }
    }

    @Rule("R40.2")
    @Test
    void what_was_written_outlives_the_store() throws Exception {
        try (JournalStore store = Lens.on(open())) {
            store.journal().save(record()).get();
            store.leases().take(lease("one"), NOON).get();
        }

        try (JournalStore again = Lens.on(reopen())) {
            assertThat(again.journal().find(record().run()).get()).isNotEmpty();
            assertThat(again.leases().release(lease("one")).get()).isTrue();
        }
    }

    @Rule("R40.3")
    @Test
    void it_may_be_closed_again() throws Exception {
        JournalStore store = Lens.on(open());
        store.journal().save(record()).get();

        store.close();
        store.close();

        try (JournalStore again = Lens.on(reopen())) {
            assertThat(again.journal().all().get()).hasSize(1);
        }
    }

    @Rule("R40.4")
    @Test
    void a_store_that_was_closed_writes_nothing_more() throws Exception {
        JournalStore store = Lens.on(open());
        store.close();

        assertThat(store.journal().save(record()).isLeft()).isTrue();
    }

    private static Lease lease(String holder) {
        return new Lease("a list", holder, NOON.plusSeconds(60));
    }

    private static RunRecord record() {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.PLANNED)
                .started(NOON)
                .updated(NOON)
                .build();
    }
}
