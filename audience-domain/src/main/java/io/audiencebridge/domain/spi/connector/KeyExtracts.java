// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Recipients' keys out of a file that the system extracts, for more recipients than anybody reads row by row. Blocks; safe for use by several threads. */
public interface KeyExtracts {
    /**
     * Orders the extract, or finds the one that was ordered for the same run; never waits for it.
     *
     * <p>Right: none when so few recipients are better read by {@link KeyReader}. Left: {@code NotFound} when the list is gone, {@code InvalidRequest} for an
     * unknown field, {@code RejectedBySystem} when the extraction failed.
     */
    Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call);

    /** Removes what the order left behind, since it holds people's keys; safe to repeat. Right: whether there was anything. */
    Either<BridgeError, Boolean> discard(ExtractOrder order, Call call);
}
