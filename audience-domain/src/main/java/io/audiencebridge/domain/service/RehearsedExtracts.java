// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Orders no extract: keys are read row by row, and it is noted that the run itself would have them extracted. */
final class RehearsedExtracts implements KeyExtracts {
    private final Planned planned;

    RehearsedExtracts(Planned planned) {
        this.planned = planned;
    }

    @Override
    public Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call) {
        planned.notice(
                "Where there are many recipients, the run has their keys extracted by a workflow and waits for it; this preview read them row by row");
        return Either.right(Option.none());
    }

    @Override
    public Either<BridgeError, Boolean> discard(ExtractOrder order, Call call) {
        return Either.right(false);
    }
}
