// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Takes rows batch by batch. One writer; blocks while it writes. Exactly one of {@link #finish} and {@link #abort} ends it.
 *
 * @param <S> what a finished sink reports
 */
public interface KeySink<S> {
    /** Takes a batch. Left: nothing of the batch may be relied on; abort. */
    Either<BridgeError, Integer> accept(TextKeys batch);

    /** Makes all that was taken count. */
    Either<BridgeError, S> finish();

    /** Gives up: what can be taken back is taken back. Never fails; may be called after a failed {@link #finish}. */
    void abort();
}
