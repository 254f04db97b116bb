// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Who opted out, until the process ends: for tests and trials. */
public final class InMemorySuppressions implements Suppressions {
    private Option<Suppressed> kept = Option.none();

    /** Nobody. */
    public InMemorySuppressions() {}

    @Override
    public synchronized Either<BridgeError, Option<Suppressed>> find() {
        return Either.right(kept);
    }

    @Override
    public synchronized Either<BridgeError, Integer> add(Suppressed more) {
        if (kept.exists(before -> !before.check().equals(more.check()))) {
            return Either.left(BridgeError.Conflict.of(
                    "The people who opted out are remembered under another secret; give that one"));
        }
        IdSetBuilder all = new IdSetBuilder().addAll(more.digests());
        kept.forEach(before -> all.addAll(before.digests()));
        Suppressed now = new Suppressed(more.check(), all.build());
        kept = Option.some(now);
        return Either.right(now.digests().size());
    }

    @Override
    public synchronized Either<BridgeError, Integer> clear() {
        int before = kept.map(people -> people.digests().size()).getOrElse(0);
        kept = Option.none();
        return Either.right(before);
    }
}
