// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Memberships that end with the process: for tests and trials. */
public final class InMemoryMemberships implements Memberships {
    private final Map<LedgerKey, Membership> pages = new ConcurrentHashMap<>();

    /** No membership yet. */
    public InMemoryMemberships() {}

    @Override
    public Either<BridgeError, Option<Membership>> find(LedgerKey audience) {
        return Either.right(Option.of(pages.get(audience)));
    }

    @Override
    public Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership) {
        pages.put(audience, membership);
        return Either.right(membership);
    }
}
