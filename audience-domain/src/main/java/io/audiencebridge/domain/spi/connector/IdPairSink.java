// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;

/** Takes pairs of ids batch by batch. One writer; blocks while it writes. Nothing is visible before it is finished, and exactly one of {@link #finish} and {@link #abort} ends it. */
public interface IdPairSink {
    /**
     * Takes a batch: row for row, a visitor id and a declared id of one person, both in wire form. Left: it could not be written; abort then.
     *
     * @return how many pairs of the batch were written
     */
    Either<BridgeError, Integer> accept(TextKeys visitorIds, TextKeys declaredIds);

    /** Makes the files visible. Left: {@code Conflict} when a file of that stamp with other content is there. */
    Either<BridgeError, WriteSummary> finish();

    /** Gives up: nothing was ever there. Never fails; may be called after a failed {@link #finish}. */
    void abort();
}
