// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A list's rows, and which of their keys were shared before.
 *
 * <p>A ledger that fits into {@link Infrastructure#ledgerHeap()} is held. A larger one streams by the engine, piece by piece, while the engine holds the list's keys where it holds
 * members: on the heap, out of core or on a cluster. Then only what both have is on the heap, so that the list bounds it.
 *
 * @param known what was shared; at least all that the list has
 * @param rows opens the rows, once
 */
record ComparedList(KnownKeys known, Supplier<Either<BridgeError, KeySource>> rows) {
    /** Compares the list of {@code run} with {@code page}. Left: the ledger, the journal, the list or the engine failed. */
    static Either<BridgeError, ComparedList> with(
            LedgerKey page,
            Option<Instant> sentBefore,
            ReconciliationKey key,
            Reading list,
            RunId run,
            Infrastructure infrastructure,
            Call call) {
        Shared shared = new Shared(infrastructure);
        return shared.runs(page, sentBefore).flatMap(runs -> {
            Comparison comparison = new Comparison(page, runs, key, infrastructure, call);
            return comparison
                    .isLarge()
                    .flatMap(large -> large
                            ? comparison.byEngine(() -> list.now(run))
                            : shared.known(page, runs).map(known -> new ComparedList(known, () -> list.now(run))));
        });
    }

    /** One comparison by the engine. */
    private record Comparison(
            LedgerKey page, Seq<SharedRun> runs, ReconciliationKey key, Infrastructure infrastructure, Call call) {
        /** Whether the ledger has pieces, and too many keys for the heap. */
        Either<BridgeError, Boolean> isLarge() {
            if (!(infrastructure.ledger() instanceof LedgerPieces pieces)
                    || !infrastructure.engine().takesPackedRecipients()) {
                return Either.right(false);
            }
            long most = infrastructure.ledgerHeap() / (2 * Long.BYTES);
            long keys = 0;
            for (SharedRun run : runs) {
                Either<BridgeError, Long> size = pieces.size(page, run.run());
                if (size.isLeft()) {
                    return Either.left(size.getLeft());
                }
                keys += size.get();
            }
            return Either.right(keys > most);
        }

        Either<BridgeError, ComparedList> byEngine(Supplier<Either<BridgeError, KeySource>> list) {
            HeldRows held = new HeldRows(infrastructure.rowHeap());
            return list.get().flatMap(rows -> {
                try (rows) {
                    return known(new ListedHashes(rows, key, held))
                            .map(known -> new ComparedList(
                                    known,
                                    held.again()
                                            .<Supplier<Either<BridgeError, KeySource>>>map(
                                                    again -> () -> Either.right(again))
                                            .getOrElse(list)));
                }
            });
        }

        private Either<BridgeError, KnownKeys> known(KeySource list) {
            RunsInOrder ledger = inOrder(runs);
            MatchTask task = MatchTask.builder()
                    .key(ListedHashes.KEY)
                    .members(list)
                    .recipients(new LedgerRows(ledger))
                    .packedRecipients(true)
                    .build();
            return infrastructure
                    .engine()
                    .match(task, call)
                    .flatMap(matching -> ledger.rest()
                            .flatMap(all -> ageing(matching.recipients())
                                    .map(ageing -> new KnownKeys(matching.recipients(), ageing, all))));
        }

        private Either<BridgeError, IdSet> ageing(IdSet known) {
            return runs.forAll(SharedRun::lasting)
                    ? Either.right(IdSet.EMPTY)
                    : inOrder(runs.filter(SharedRun::lasting)).among(known).map(known::minus);
        }

        private RunsInOrder inOrder(Seq<SharedRun> some) {
            return new RunsInOrder(WholeRuns.of(infrastructure.ledger()), page, some);
        }
    }
}
