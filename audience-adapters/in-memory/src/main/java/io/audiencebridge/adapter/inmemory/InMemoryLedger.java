// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger that ends with the process: for tests and trials. */
public final class InMemoryLedger implements Ledger, LedgerPieces, Erasable {
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

    @Override
    public Either<BridgeError, Long> size(LedgerKey audience, RunId run) {
        return kept(audience, run).map(kept -> (long) kept.size());
    }

    @Override
    public Either<BridgeError, IdSet> piece(LedgerKey audience, RunId run, long from, int most) {
        return kept(audience, run).map(kept -> {
            IdSetBuilder piece = new IdSetBuilder();
            for (long i = from; i < Math.min(kept.size(), from + most); i++) {
                piece.add(kept.high((int) i), kept.low((int) i));
            }
            return piece.build();
        });
    }

    /** When a set was kept is not remembered: all are as old as can be. */
    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        Vector<KeptThing> found = Vector.empty();
        for (Map.Entry<LedgerKey, Map<RunId, IdSet>> page : pages.entrySet()) {
            for (RunId run : page.getValue().keySet()) {
                found = found.append(KeptThing.builder()
                        .kind(KeptThing.Kind.SHARED_KEYS)
                        .name(page.getKey().audience() + ", run " + run)
                        .page(page.getKey())
                        .run(run)
                        .touched(Instant.EPOCH)
                        .bytes(0)
                        .build());
            }
        }
        return Either.right(found);
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return Either.right(thing.page()
                .flatMap(page -> thing.run()
                        .map(run -> pages.getOrDefault(page, Map.of()).remove(run) != null))
                .orElse(false));
    }
}
