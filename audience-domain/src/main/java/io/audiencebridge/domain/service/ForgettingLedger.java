// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A ledger over another, which it never changes. */
final class ForgettingLedger implements Ledger, LedgerPieces {
    private final Ledger under;

    ForgettingLedger(Ledger under) {
        this.under = under;
    }

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        return Either.right(run);
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        return RehearsedAudience.isNobodys(audience.audience()) ? Either.right(Vector.empty()) : under.runs(audience);
    }

    @Override
    public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
        return under.kept(audience, run);
    }

    @Override
    public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
        return WholeRuns.of(under).size(audience, run);
    }

    @Override
    public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
        return WholeRuns.of(under).piece(audience, run, from, most);
    }
}
