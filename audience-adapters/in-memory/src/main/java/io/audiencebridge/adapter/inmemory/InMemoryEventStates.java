// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Event states that end with the process: for tests and trials. */
public final class InMemoryEventStates implements EventStates {
    private final Map<LedgerKey, AppliedEvents> pages = new ConcurrentHashMap<>();

    /** No state yet. */
    public InMemoryEventStates() {}

    @Override
    public Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience) {
        return Either.right(Option.of(pages.get(audience)));
    }

    @Override
    public Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied) {
        pages.put(audience, applied);
        return Either.right(applied);
    }
}
