// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Leases that end with the process: for tests of several bridges in one. */
public final class InMemoryLeases implements Leases {
    private final Map<String, Lease> held = new ConcurrentHashMap<>();

    /** No lease is held. */
    public InMemoryLeases() {}

    @Override
    public Either<BridgeError, Lease> take(Lease wanted, Instant now) {
        return Either.right(held.merge(
                wanted.subject(),
                wanted,
                (found, asked) -> !found.holder().equals(asked.holder()) && found.holdsAt(now) ? found : asked));
    }

    @Override
    public Either<BridgeError, Option<Lease>> extend(Lease wanted) {
        return Either.right(Option.of(held.computeIfPresent(
                wanted.subject(), (subject, found) -> found.holder().equals(wanted.holder()) ? wanted : found)));
    }

    @Override
    public Either<BridgeError, Boolean> release(Lease lease) {
        boolean[] released = new boolean[1];
        held.computeIfPresent(lease.subject(), (subject, found) -> {
            released[0] = found.holder().equals(lease.holder());
            return released[0] ? null : found;
        });
        return Either.right(released[0]);
    }
}
