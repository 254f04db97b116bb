// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt ended.
 *
 * @param result what the caller gets if this was the last attempt
 * @param repeatable whether another attempt is safe and may help
 * @param retryAfter the pause the system asked for
 * @param discard frees the connection when the result is not handed out
 */
record Attempt<T>(Either<BridgeError, T> result, boolean repeatable, Optional<Duration> retryAfter, Runnable discard) {
    static <T> Attempt<T> failed(BridgeError error, boolean repeatable) {
        return new Attempt<>(Either.left(error), repeatable, Optional.empty(), () -> {});
    }
}
