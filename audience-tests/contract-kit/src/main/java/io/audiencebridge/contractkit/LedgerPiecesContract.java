// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} does that is read by {@link LedgerPieces}. The test of an implementation extends this class and opens a ledger for each test. */
@ContractOf(value = LedgerPieces.class, semantics = "S14")
@Tag("ledger")
public abstract class LedgerPiecesContract {
    private static final RunId RUN = new RunId("run-1");
    private static final LedgerKey PAGE = page("7", 14016);
    private static final int MANY = 5000;

    private Ledger ledger;
    private LedgerPieces pieces;

    /** For subclasses. */
    protected LedgerPiecesContract() {}

    /** A ledger that kept nothing yet and is read by pieces. */
    protected abstract Ledger open() throws Exception;

    @BeforeEach
    void openLedger() throws Exception {
        ledger = Lens.on(open());
        pieces = (LedgerPieces) ledger;
    }

    @Rule("R41.1")
    @Test
    void pieces_of_any_size_are_together_what_was_kept_in_its_order() {
        IdSet kept = many();
        ledger.keep(PAGE, RUN, kept).get();

        assertThat(pieces.piece(PAGE, RUN, 0, MANY * 2).get().size()).isEqualTo(kept.size());
        for (int most : new int[] {1, 7, 512, MANY}) {
            int at = most == 1 ? kept.size() - 20 : 0;
            for (IdSet piece = piece(at, most); piece.size() > 0; piece = piece(at, most)) {
                assertThat(piece.size()).isEqualTo(Math.min(most, kept.size() - at));
                for (int i = 0; i < piece.size(); i++) {
                    assertThat(piece.high(i)).isEqualTo(kept.high(at + i));
                    assertThat(piece.low(i)).isEqualTo(kept.low(at + i));
                }
                at += piece.size();
            }
            assertThat(at).isEqualTo(kept.size());
        }
    }

    @Rule("R41.2")
    @Test
    void the_size_is_that_of_what_was_kept_last() {
        ledger.keep(PAGE, RUN, many()).get();
        ledger.keep(PAGE, RUN, new IdSetBuilder().add(-1, 5).add(7, -9).build()).get();

        assertThat(pieces.size(PAGE, RUN).get()).isEqualTo(2);
    }

    @Rule("R41.3")
    @Test
    void behind_the_last_one_there_is_none() {
        ledger.keep(PAGE, RUN, new IdSetBuilder().add(-1, 5).add(7, -9).build()).get();

        assertThat(piece(1, 5).size()).isOne();
        assertThat(piece(2, 5).size()).isZero();
        assertThat(pieces.piece(PAGE, RUN, Long.MAX_VALUE / 32, 5).get().size()).isZero();
    }

    @Rule("R41.4")
    @Test
    void a_run_that_kept_nothing_has_neither_size_nor_pieces() {
        ledger.keep(PAGE, RUN, IdSet.EMPTY).get();

        assertThat(pieces.size(PAGE, RUN).get()).isZero();
        assertThat(pieces.size(PAGE, new RunId("run-2")).get()).isZero();
        assertThat(piece(0, 5).size()).isZero();
        assertThat(pieces.piece(page("8", 1), RUN, 0, 5).get().size()).isZero();
    }

    @Rule("R41.5")
    @Test
    void pieces_of_runs_audiences_and_data_sources_are_kept_apart() {
        ledger.keep(PAGE, RUN, new IdSetBuilder().add(1, 1).build()).get();
        ledger.keep(PAGE, new RunId("run-2"), new IdSetBuilder().add(2, 2).build())
                .get();
        ledger.keep(page("8", 14016), RUN, new IdSetBuilder().add(3, 3).build()).get();
        ledger.keep(page("7", 1), RUN, new IdSetBuilder().add(4, 4).build()).get();

        assertThat(piece(0, 5).low(0)).isOne();
        assertThat(pieces.piece(PAGE, new RunId("run-2"), 0, 5).get().low(0)).isEqualTo(2);
        assertThat(pieces.piece(page("8", 14016), RUN, 0, 5).get().low(0)).isEqualTo(3);
        assertThat(pieces.piece(page("7", 1), RUN, 0, 5).get().low(0)).isEqualTo(4);
    }

    private IdSet piece(long from, int most) {
        return pieces.piece(PAGE, RUN, from, most).get();
    }

    private static IdSet many() {
        Random random = new Random(4711);
        IdSetBuilder ids = new IdSetBuilder();
        for (int i = 0; i < MANY; i++) {
            ids.add(random.nextLong(), random.nextLong());
        }
        return ids.build();
    }

    private static LedgerKey page(String audience, long dataSource) {
        return new LedgerKey(new AudienceRef(new ConnectionName("cloud"), audience), dataSource);
    }
}
