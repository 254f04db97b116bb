// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/**
 * Yields rows batch by batch. One reader at a time, on any thread, unless {@link #readers} says more; {@code none} ends the stream; after a left nothing more is asked.
 * Blocks while it reads.
 */
public interface KeySource extends AutoCloseable {
    /** The next batch, or none at the end. */
    Either<BridgeError, Option<TextKeys>> next();

    /** How many threads may ask for batches at the same time; one by default. */
    default int readers() {
        return 1;
    }

    /**
     * A hint for engines: if there is one, keys are packed, and those that one thread gets one after the other have a {@link io.audiencebridge.domain.reconcile.KeyHash} under
     * this seed of which the first bits are often the same. An engine that hashes members so finds them in one place. Nobody may rely on the order. As unpredictable as any
     * seed of a hash; none by default.
     */
    default OptionalLong hashSeed() {
        return OptionalLong.empty();
    }

    /** Gives back what the source holds; may be called at any time and again. */
    @Override
    void close();
}
