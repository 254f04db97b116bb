// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger that ends with the process: for tests and trials. */
public final class InMemoryLedger implements Ledger {
    private final Map<LedgerKey, Map<RunId, IdSet>> pages = new ConcurrentHashMap<>();

    /** An empty ledger. */
    public InMemoryLedger() {}

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        pages.computeIfAbsent(audience, key -> new ConcurrentHashMap<>()).put(run, fingerprints);
        return Either.right(run);
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        return Either.right(Vector.ofAll(pages.getOrDefault(audience, Map.of()).keySet()));
    }

    @Override
    public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
        return Either.right(pages.getOrDefault(audience, Map.of()).getOrDefault(run, IdSet.EMPTY));
    }
}
