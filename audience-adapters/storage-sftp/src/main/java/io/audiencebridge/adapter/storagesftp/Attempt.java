// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import java.time.Duration;

/**
 * One attempt at a step and the time that it has: what is left of the call, or of what the call allows an attempt.
 *
 * @param call on whose time
 * @param begun when it began, by {@link System#nanoTime()}
 */
record Attempt(Call call, long begun) {
    private static final Duration GRACE = Duration.ofMillis(1);

    /** An attempt that begins now. */
    static Attempt begin(Call call) {
        return new Attempt(call, System.nanoTime());
    }

    /** Time left; never zero, which would be no limit, and enough for who waits to be over then. */
    Duration left() {
        Duration left = exactly();
        return (left.isNegative() ? Duration.ZERO : left).plus(GRACE);
    }

    /** Time left of {@code limit}; never zero. */
    Duration within(Duration limit) {
        Duration left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }

    /** Whether its time is up. */
    boolean isOver() {
        return exactly().compareTo(Duration.ZERO) <= 0;
    }

    private Duration exactly() {
        Duration left = call.remaining();
        Duration own = call.attemptLimit()
                .map(limit -> limit.minusNanos(System.nanoTime() - begun))
                .orElse(left);
        return own.compareTo(left) < 0 ? own : left;
    }
}
