// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/** Takes the next snapshot of a run. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface TrackSharing {
    /**
     * Asks the receiving system what it made of an export that was delivered: the receipt then says stored, with the system's own counts, or still delivered, with when
     * to ask again. A file that the system refused as a whole makes the run failed; resumed, it is sent again under a new stamp. Of any other run simply the receipt.
     *
     * <p>Left: {@code NotFound} when the journal has no such run; {@code Conflict} while somebody is at work on it; or the system could not be asked.
     */
    Either<BridgeError, Receipt> track(RunId run, Call call);
}
