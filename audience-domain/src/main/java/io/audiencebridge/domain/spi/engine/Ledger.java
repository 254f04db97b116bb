// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Who was shared: per audience and run a set of key fingerprints. A run's set counts once the journal says that the run is delivered; the ledger
 * itself commits nothing. Safe for use by several threads.
 */
public interface Ledger {
    /** Keeps the fingerprints that {@code run} shares into {@code audience}; repeating it replaces them. */
    Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints);

    /** The runs that kept something for {@code audience}, in no particular order. */
    Either<BridgeError, Seq<RunId>> runs(LedgerKey audience);

    /** What {@code run} kept for {@code audience}; empty when nothing. */
    Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run);
}
