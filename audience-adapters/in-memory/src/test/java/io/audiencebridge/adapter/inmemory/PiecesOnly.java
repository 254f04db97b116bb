// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** A ledger that nobody may read but by pieces; it remembers the largest. */
final class PiecesOnly implements Ledger, LedgerPieces {
    private final InMemoryLedger under;
    private int largest;

    PiecesOnly(InMemoryLedger under) {
        this.under = under;
    }

    int largest() {
        return largest;
    }

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        return under.keep(audience, run, fingerprints);
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        return under.runs(audience);
    }

    @Override
    public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
        return under.kept(audience, run).peek(kept -> {
            if (kept.size() > 0) {
                throw new AssertionError("a run was read as a whole");
            }
        });
    }

    @Override
    public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
        return under.size(audience, run);
    }

    @Override
    public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
        return under.piece(audience, run, from, most).peek(piece -> largest = Math.max(largest, piece.size()));
    }
}
