// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Yields rows batch by batch. One reader; {@code none} ends the stream; after a left nothing more is asked. Blocks while it reads. */
public interface KeySource extends AutoCloseable {
    /** The next batch, or none at the end. */
    Either<BridgeError, Option<TextKeys>> next();

    /** Gives back what the source holds; may be called at any time and again. */
    @Override
    void close();
}
