// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.spi.engine.RunPages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What all {@link RunPages} do. The test of an implementation extends this class and opens a journal with its pages for each test. */
@ContractOf(RunPages.class)
@Tag("run-pages")
public abstract class RunPagesContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private RunPages pages;

    /** For subclasses. */
    protected RunPagesContract() {}

    /** A journal without a record in it. */
    protected abstract Journal open() throws Exception;

    /** The pages of the journal that {@link #open} gave. */
    protected abstract RunPages pages() throws Exception;

    @BeforeEach
    void writeRuns() throws Exception {
        Journal journal = Lens.on(open());
        journal.save(record("a", 0, RunState.DELIVERED, Map.of("kind", "share", "to", "cloud", "list", "7")))
                .get();
        journal.save(record("b", 1, RunState.FAILED, Map.of("kind", "share", "to", "moon")))
                .get();
        journal.save(record("c", 1, RunState.DELIVERED, Map.of("kind", "import", "from", "cloud", "list", "7'; --")))
                .get();
        journal.save(record("d", 2, RunState.PLANNED, Map.of())).get();
        pages = Lens.on(pages());
    }

    @Rule("R31.1")
    @Test
    void the_newest_come_first_and_no_more_than_asked_for() {
        assertThat(runs(RunFilter.builder().most(3))).containsExactly("d", "c", "b");
        assertThat(runs(RunFilter.builder().most(9))).containsExactly("d", "c", "b", "a");
    }

    @Rule("R31.2")
    @Test
    void a_page_goes_on_behind_a_place_also_among_runs_of_one_moment() {
        assertThat(runs(RunFilter.builder().most(2).after(new RunFilter.Position(NOON.plusSeconds(1), new RunId("c")))))
                .containsExactly("b", "a");
        assertThat(runs(RunFilter.builder().most(2).after(new RunFilter.Position(NOON, new RunId("a")))))
                .isEmpty();
    }

    @Rule("R31.3")
    @Test
    void conditions_hold_all_at_once() {
        assertThat(runs(RunFilter.builder().most(9).states(Set.of(RunState.DELIVERED, RunState.PLANNED))))
                .containsExactly("d", "c", "a");
        assertThat(runs(RunFilter.builder().most(9).facts(List.of(fact("cloud", "to", "from")))))
                .containsExactly("c", "a");
        assertThat(runs(RunFilter.builder().most(9).facts(List.of(fact("cloud", "to", "from"), fact("share", "kind")))))
                .containsExactly("a");
        assertThat(runs(RunFilter.builder().most(9).since(NOON.plusSeconds(1)).before(NOON.plusSeconds(2))))
                .containsExactly("c", "b");
        assertThat(runs(RunFilter.builder()
                        .most(9)
                        .states(Set.of(RunState.FAILED))
                        .facts(List.of(fact("cloud", "to")))))
                .isEmpty();
    }

    @Rule("R31.4")
    @Test
    void a_value_is_text_and_never_part_of_a_question() {
        assertThat(runs(RunFilter.builder().most(9).facts(List.of(fact("7'; --", "list")))))
                .containsExactly("c");
        assertThat(runs(RunFilter.builder().most(9).facts(List.of(fact("' OR '1'='1", "list")))))
                .isEmpty();
        assertThat(runs(RunFilter.builder().most(9).facts(List.of(fact("%", "list")))))
                .isEmpty();
    }

    @Rule("R31.5")
    @Test
    void records_come_whole() {
        RunRecord first = pages.page(RunFilter.builder().most(1).build()).get().head();
        RunRecord last = pages.page(RunFilter.builder().most(9).build()).get().last();

        assertThat(first).isEqualTo(record("d", 2, RunState.PLANNED, Map.of()));
        assertThat(last)
                .isEqualTo(record("a", 0, RunState.DELIVERED, Map.of("kind", "share", "to", "cloud", "list", "7")));
    }

    private Iterable<String> runs(RunFilter.Builder wanted) {
        return pages.page(wanted.build()).get().map(record -> record.run().value());
    }

    private static RunFilter.Fact fact(String value, String... names) {
        return new RunFilter.Fact(Set.of(names), value);
    }

    private static RunRecord record(String run, int seconds, RunState state, Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId(run))
                .state(state)
                .started(NOON.plusSeconds(seconds))
                .updated(NOON.plusSeconds(seconds))
                .facts(facts)
                .build();
    }
}
