// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Yields membership events batch by batch. One reader; {@code none} ends the stream; after a left nothing more is asked. Blocks while it reads. */
public interface EventSource extends AutoCloseable {
    /** The next batch, or none at the end. */
    Either<BridgeError, Option<MemberEvents>> next();

    /** Gives back what the source holds; may be called at any time and again. */
    @Override
    void close();
}
