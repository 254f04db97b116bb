// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/**
 * Beside {@link Ledger}: a ledger that is read piece by piece, so that what a run kept need not fit into memory. Where a ledger is none of these, whole runs are read. Nothing
 * is left open between two pieces. Blocks while it reads; safe for use by several threads.
 */
public interface LedgerPieces {
    /** How many fingerprints {@code run} kept for {@code audience}, without reading them; 0 when it kept nothing. */
    Either<BridgeError, Long> size(LedgerKey audience, RunId run);

    /**
     * Some of what {@code run} kept for {@code audience}: those from place {@code from} on in the order of an {@link IdSet}. Right: as many as there are up to {@code most}; none
     * behind the last one.
     *
     * @param from the place, from 0 on
     * @param most how many are wanted; at least 1
     */
    Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most);
}
