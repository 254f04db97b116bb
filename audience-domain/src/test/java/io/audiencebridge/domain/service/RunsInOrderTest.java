// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunsInOrderTest {
    private static final LedgerKey PAGE = new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "7"), 14016);

    @Test
    void every_fingerprint_comes_once_and_in_order_and_lasts_if_one_of_its_runs_does() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Map<RunId, IdSet> kept = new HashMap<>();
            TreeMap<Long, Boolean> expected = new TreeMap<>();
            Vector<SharedRun> runs = Vector.empty();
            for (int run = random.nextInt(6); run > 0; run--) {
                SharedRun shared = new SharedRun(new RunId("run-" + run), random.nextBoolean());
                IdSetBuilder ids = new IdSetBuilder();
                for (int i = random.nextInt(50); i > 0; i--) {
                    long id = random.nextInt(80) - 40L;
                    ids.add(id, 1);
                    expected.merge(id, shared.lasting(), Boolean::logicalOr);
                }
                kept.put(shared.run(), ids.build());
                runs = runs.append(shared);
            }
            RunsInOrder all = new RunsInOrder(new Few(kept, 7), PAGE, runs);

            List<String> found = new ArrayList<>();
            while (all.next()) {
                found.add(all.high() + " " + all.low() + " " + all.isLasting());
            }

            assertThat(found)
                    .as("seed %s", seed)
                    .isEqualTo(expected.entrySet().stream()
                            .map(each -> each.getKey() + " 1 " + each.getValue())
                            .toList());
            assertThat(all.ended().get()).isEqualTo(expected.size());
        }
    }

    @Test
    void those_of_a_set_are_found_and_the_rest_is_counted() {
        RunsInOrder all = inOrder(new Few(Map.of(new RunId("a"), ids(1, 3, 5), new RunId("b"), ids(2, 3, 9)), 2));

        IdSet found = all.among(ids(0, 3, 4, 5, 6)).get();

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.contains(3, 0)).isTrue();
        assertThat(found.contains(5, 0)).isTrue();
        assertThat(all.rest().get()).isEqualTo(5);
    }

    @Test
    void a_run_that_cannot_be_read_ends_it_with_the_error_also_in_its_middle() {
        LedgerPieces breaking = new Few(Map.of(new RunId("a"), ids(1, 2, 3), new RunId("b"), ids(5)), 2) {
            @Override
            public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
                return from == 0
                        ? super.piece(audience, run, from, most)
                        : Either.left(BridgeError.LocalFailure.of("the disk is gone"));
            }
        };
        RunsInOrder all = inOrder(breaking);

        Either<BridgeError, Long> ended = all.rest();

        assertThat(ended.getLeft().message()).isEqualTo("the disk is gone");
        assertThat(all.next()).isFalse();
    }

    @Test
    void a_run_that_is_not_sorted_is_an_error_that_names_it() {
        LedgerPieces turned = new Few(Map.of(new RunId("a"), ids(1, 2, 3, 4), new RunId("b"), ids(9)), 2) {
            @Override
            public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
                return from > 0 && run.value().equals("a")
                        ? Either.right(ids(2, 7))
                        : super.piece(audience, run, from, most);
            }
        };

        String message = inOrder(turned).rest().getLeft().message();

        assertThat(message).contains("run a", PAGE.audience().toString(), "not sorted", "backup");
    }

    private static RunsInOrder inOrder(LedgerPieces ledger) {
        Seq<SharedRun> runs = Vector.of("a", "b").map(run -> new SharedRun(new RunId(run), true));
        return new RunsInOrder(ledger, PAGE, runs);
    }

    private static IdSet ids(long... highs) {
        IdSetBuilder ids = new IdSetBuilder();
        for (long high : highs) {
            ids.add(high, 0);
        }
        return ids.build();
    }

    /** Gives fewer at a time than asked for. */
    private static class Few implements LedgerPieces {
        private final Map<RunId, IdSet> kept;
        private final int most;

        Few(Map<RunId, IdSet> kept, int most) {
            this.kept = kept;
            this.most = most;
        }

        @Override
        public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
            return Either.right((long) kept.getOrDefault(run, IdSet.EMPTY).size());
        }

        @Override
        public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int wanted) {
            IdSet all = kept.getOrDefault(run, IdSet.EMPTY);
            IdSetBuilder piece = new IdSetBuilder();
            for (long i = from; i < Math.min(all.size(), from + Math.min(most, wanted)); i++) {
                piece.add(all.high((int) i), all.low((int) i));
            }
            return Either.right(piece.build());
        }
    }
}
