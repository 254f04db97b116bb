// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.error;

import java.time.Duration;

/** What a caller should do with a failed call. */
public sealed interface RetryAdvice {
    /** Repeating the call cannot help until something is changed. */
    record Never() implements RetryAdvice {}

    /**
     * The same call may succeed after a pause.
     *
     * @param pause how long to wait at least
     */
    record After(Duration pause) implements RetryAdvice {}

    /**
     * The outcome is unknown: look first, then decide.
     *
     * @param lookAt where the outcome can be seen
     */
    record CheckFirst(String lookAt) implements RetryAdvice {}

    /** {@link Never}. */
    static RetryAdvice never() {
        return new Never();
    }

    /** {@link After}. */
    static RetryAdvice after(Duration pause) {
        return new After(pause);
    }

    /** {@link CheckFirst}. */
    static RetryAdvice checkFirst(String lookAt) {
        return new CheckFirst(lookAt);
    }
}
