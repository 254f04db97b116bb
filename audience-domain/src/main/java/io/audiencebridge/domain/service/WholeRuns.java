// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.control.Either;

/** A ledger that gives no pieces: a run is one, however large it is. */
final class WholeRuns implements LedgerPieces {
    private final Ledger ledger;

    private WholeRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The pieces of {@code ledger}, as small as it gives them. */
    static LedgerPieces of(Ledger ledger) {
        return ledger instanceof LedgerPieces pieces ? pieces : new WholeRuns(ledger);
    }

    @Override
    public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
        return ledger.kept(audience, run).map(kept -> (long) kept.size());
    }

    @Override
    public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
        return from == 0 ? ledger.kept(audience, run) : Either.right(IdSet.EMPTY);
    }
}
