// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** Which keys were shared: what the ledger holds of runs that the journal calls delivered. */
final class Shared {
    private final Journal journal;
    private final Ledger ledger;

    Shared(Infrastructure infrastructure) {
        journal = infrastructure.journal();
        ledger = infrastructure.ledger();
    }

    /**
     * What was shared into {@code page}, on the heap.
     *
     * @param sentBefore keys that were sent last before then are ageing; none are when there is no such time
     */
    Either<BridgeError, KnownKeys> known(LedgerKey page, Option<Instant> sentBefore) {
        return runs(page, sentBefore).flatMap(runs -> known(page, runs));
    }

    /** What {@code runs} shared, on the heap. */
    Either<BridgeError, KnownKeys> known(LedgerKey page, Seq<SharedRun> runs) {
        Either<BridgeError, IdSet> all = kept(page, runs);
        return runs.forAll(SharedRun::lasting)
                ? all.map(known -> new KnownKeys(known, IdSet.EMPTY, known.size()))
                : all.flatMap(known -> kept(page, runs.filter(SharedRun::lasting))
                        .map(lasting -> new KnownKeys(known, known.minus(lasting), known.size())));
    }

    /** Those of {@code keys} that were shared into {@code page}; of the ledger a piece is held. */
    Either<BridgeError, IdSet> among(LedgerKey page, IdSet keys) {
        return runs(page, Option.none()).flatMap(runs -> inOrder(page, runs).among(keys));
    }

    /** Whether a key is ageing, as {@link #known(LedgerKey, Option)} has it; of the ledger a piece is held. */
    Either<BridgeError, Boolean> isAnyAgeing(LedgerKey page, Option<Instant> sentBefore) {
        return runs(page, sentBefore).flatMap(runs -> {
            if (runs.forAll(SharedRun::lasting)) {
                return Either.right(false);
            }
            RunsInOrder keys = inOrder(page, runs);
            while (keys.next()) {
                if (!keys.isLasting()) {
                    return Either.right(true);
                }
            }
            return keys.ended().map(all -> false);
        });
    }

    /** The delivered runs. A run's keys may have been sent at any time since it started; all are lasting when there is no {@code sentBefore}. */
    Either<BridgeError, Seq<SharedRun>> runs(LedgerKey page, Option<Instant> sentBefore) {
        return ledger.runs(page).flatMap(runs -> {
            Vector<SharedRun> delivered = Vector.empty();
            for (RunId run : runs) {
                Either<BridgeError, Option<SharedRun>> found = delivered(run, sentBefore);
                if (found.isLeft()) {
                    return Either.left(found.getLeft());
                }
                delivered = delivered.appendAll(found.get());
            }
            return Either.right(delivered);
        });
    }

    private Either<BridgeError, Option<SharedRun>> delivered(RunId run, Option<Instant> sentBefore) {
        return journal.find(run)
                .map(record -> record.filter(found -> found.state().isDelivered())
                        .map(found -> new SharedRun(
                                run,
                                sentBefore
                                        .map(time -> !found.started().isBefore(time))
                                        .getOrElse(true))));
    }

    private RunsInOrder inOrder(LedgerKey page, Seq<SharedRun> runs) {
        return new RunsInOrder(WholeRuns.of(ledger), page, runs);
    }

    private Either<BridgeError, IdSet> kept(LedgerKey page, Seq<SharedRun> runs) {
        IdSetBuilder keys = new IdSetBuilder();
        for (SharedRun run : runs) {
            Either<BridgeError, IdSet> kept = ledger.kept(page, run.run());
            if (kept.isLeft()) {
                return kept;
            }
            keys.addAll(kept.get());
        }
        return Either.right(keys.build());
    }
}
