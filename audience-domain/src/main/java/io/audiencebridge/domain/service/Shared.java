// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Predicate;

/** Which keys were shared: what the ledger holds of runs that the journal calls delivered. */
final class Shared {
    private final Journal journal;
    private final Ledger ledger;

    Shared(Infrastructure infrastructure) {
        journal = infrastructure.journal();
        ledger = infrastructure.ledger();
    }

    /**
     * What was shared into {@code page}.
     *
     * @param sentBefore keys that were sent last before then are ageing; none are when there is no such time
     */
    Either<BridgeError, KnownKeys> known(LedgerKey page, Option<Instant> sentBefore) {
        Either<BridgeError, IdSet> all = of(page, run -> true);
        return sentBefore.isEmpty()
                ? all.map(known -> new KnownKeys(known, IdSet.EMPTY))
                : all.flatMap(known -> of(page, run -> !run.started().isBefore(sentBefore.get()))
                        .map(lasting -> new KnownKeys(known, known.minus(lasting))));
    }

    /** The keys of the delivered runs that {@code wanted} says yes to. A run's keys may have been sent at any time since it started. */
    private Either<BridgeError, IdSet> of(LedgerKey page, Predicate<RunRecord> wanted) {
        return ledger.runs(page).flatMap(runs -> {
            IdSetBuilder keys = new IdSetBuilder();
            for (RunId run : runs) {
                Either<BridgeError, IdSet> kept = committed(page, run, wanted);
                if (kept.isLeft()) {
                    return kept;
                }
                keys.addAll(kept.get());
            }
            return Either.right(keys.build());
        });
    }

    private Either<BridgeError, IdSet> committed(LedgerKey page, RunId run, Predicate<RunRecord> wanted) {
        return journal.find(run)
                .flatMap(record -> record.exists(found -> found.state().isDelivered() && wanted.test(found))
                        ? ledger.kept(page, run)
                        : Either.right(IdSet.EMPTY));
    }
}
