// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} does. The test of an implementation extends this class and opens a ledger for each test. */
@ContractOf(value = Ledger.class, semantics = "S14")
@Tag("ledger")
public abstract class LedgerContract {
    private static final RunId RUN = new RunId("run-1");
    private static final LedgerKey PAGE = page("../../ü 7", 14016);

    private Ledger ledger;

    /** For subclasses. */
    protected LedgerContract() {}

    /** A ledger that kept nothing yet. */
    protected abstract Ledger open() throws Exception;

    /** The same ledger as another process would open it; a ledger that ends with its process answers the one it gave. */
    protected abstract Ledger reopen() throws Exception;

    @BeforeEach
    void openLedger() throws Exception {
        ledger = Lens.on(open());
    }

    @Rule("R33.1")
    @Test
    void what_a_run_kept_is_there_for_another_process() throws Exception {
        IdSet kept = new IdSetBuilder().add(-1, 5).add(7, -9).add(0, 0).build();
        ledger.keep(PAGE, RUN, kept).get();

        Ledger reopened = Lens.on(reopen());

        assertThat(reopened.runs(PAGE).get()).containsExactly(RUN);
        assertSame(reopened.kept(PAGE, RUN).get(), kept);
    }

    @Rule("R33.2")
    @Test
    void keeping_again_replaces() {
        IdSet second = new IdSetBuilder().add(3, 4).build();
        ledger.keep(PAGE, RUN, new IdSetBuilder().add(1, 2).add(5, 6).build()).get();

        ledger.keep(PAGE, RUN, second).get();

        assertThat(ledger.runs(PAGE).get()).containsExactly(RUN);
        assertSame(ledger.kept(PAGE, RUN).get(), second);
    }

    @Rule("R33.3")
    @Test
    void runs_audiences_and_data_sources_are_kept_apart() {
        RunId other = new RunId("run-2");
        IdSet first = new IdSetBuilder().add(1, 1).build();
        IdSet second = new IdSetBuilder().add(2, 2).build();
        ledger.keep(PAGE, RUN, first).get();
        ledger.keep(PAGE, other, second).get();
        ledger.keep(page("8", 14016), RUN, second).get();
        ledger.keep(page("../../ü 7", 1), RUN, second).get();

        assertThat(ledger.runs(PAGE).get()).containsExactlyInAnyOrder(RUN, other);
        assertSame(ledger.kept(PAGE, RUN).get(), first);
        assertSame(ledger.kept(PAGE, other).get(), second);
        assertThat(ledger.runs(page("8", 14016)).get()).containsExactly(RUN);
    }

    @Rule("R33.4")
    @Test
    void a_run_that_kept_nothing_has_an_empty_set() {
        assertThat(ledger.runs(PAGE).get()).isEmpty();
        assertThat(ledger.kept(PAGE, RUN).get().size()).isZero();
    }

    private static void assertSame(IdSet found, IdSet expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.minus(expected).size()).isZero();
    }

    private static LedgerKey page(String audience, long dataSource) {
        return new LedgerKey(new AudienceRef(new ConnectionName("cloud"), audience), dataSource);
    }
}
