// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.control.Either;

/** Which keys were shared: what the ledger holds of runs that the journal calls delivered. */
final class Shared {
    private final Journal journal;
    private final Ledger ledger;

    Shared(Infrastructure infrastructure) {
        journal = infrastructure.journal();
        ledger = infrastructure.ledger();
    }

    Either<BridgeError, IdSet> known(LedgerKey page) {
        return ledger.runs(page).flatMap(runs -> {
            IdSetBuilder known = new IdSetBuilder();
            for (RunId run : runs) {
                Either<BridgeError, IdSet> kept = committed(page, run);
                if (kept.isLeft()) {
                    return kept;
                }
                known.addAll(kept.get());
            }
            return Either.right(known.build());
        });
    }

    private Either<BridgeError, IdSet> committed(LedgerKey page, RunId run) {
        return journal.find(run)
                .flatMap(record -> record.exists(found -> found.state().isDelivered())
                        ? ledger.kept(page, run)
                        : Either.right(IdSet.EMPTY));
    }
}
