// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Event states over others, which it never changes. */
final class ForgettingEventStates implements EventStates {
    private final EventStates under;
    private final Map<LedgerKey, AppliedEvents> kept = Collections.synchronizedMap(new HashMap<>());

    ForgettingEventStates(EventStates under) {
        this.under = under;
    }

    @Override
    public Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience) {
        AppliedEvents here = kept.get(audience);
        return here == null ? under.find(audience) : Either.right(Option.some(here));
    }

    @Override
    public Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied) {
        kept.put(audience, applied);
        return Either.right(applied);
    }
}
