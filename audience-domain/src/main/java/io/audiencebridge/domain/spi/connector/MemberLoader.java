// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.vavr.control.Either;

/**
 * Changes a list by one file that the system loads later, for more members than anybody writes row by row. The system takes who enters before who leaves, so
 * that the list never misses somebody it should keep. Blocks; safe for use by several threads, each with its own sink.
 */
public interface MemberLoader {
    /** Whether a difference of so many members is better loaded than written by {@link MemberWriter}. */
    boolean takes(long members);

    /**
     * Opens a sink for the whole difference: rows marked {@link io.audiencebridge.domain.member.TextKeys#LEAVING} leave, all others enter. Finishing it hands
     * the file over and starts the load; it does not wait for it.
     */
    Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call);

    /** How far the load of {@code order} has come. Left: {@code RejectedBySystem} when it failed, or could not place everybody. */
    Either<BridgeError, LoadState> look(LoadOrder order, Call call);

    /** Removes what the order left behind; safe to repeat. Right: whether there was anything. */
    Either<BridgeError, Boolean> discard(LoadOrder order, Call call);
}
