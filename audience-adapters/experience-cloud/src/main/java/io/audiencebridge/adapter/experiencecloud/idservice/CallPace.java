// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds calls to so many in any second; those beyond wait for their moment, first come, first served. A call whose moment would come after its deadline does not wait at
 * all. Safe for use by several threads.
 */
public final class CallPace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** The moments of the last calls, the oldest at {@link #oldest}. */
    private final long[] moments;

    private final LongSupplier nanos;
    private final Pause pause;
    private int oldest;
    private int taken;

    /**
     * A pace.
     *
     * @param most calls in any second
     * @param nanos a monotonic ticker in nanoseconds
     * @param pause how a call waits
     */
    CallPace(int most, LongSupplier nanos, Pause pause) {
        this.moments = new long[most];
        this.nanos = nanos;
        this.pause = pause;
    }

    /** A pace in real time. */
    public static CallPace of(int most) {
        return new CallPace(most, System::nanoTime, Pause::real);
    }

    /** Right: it is the call's moment. Left: {@code Throttled} when that would come too late, or the call is over. */
    Either<BridgeError, Call> await(Call call) {
        return call.check().flatMap(open -> {
            Duration left = call.remaining();
            Duration wait = reserve(left);
            if (wait.compareTo(left) > 0) {
                return Either.left(new BridgeError.Throttled(
                        "More calls of the ID service wait than the call's time allows for; call again later, allow more"
                                + " time, or raise mostCallsPerSecond",
                        call.incident(),
                        wait));
            }
            return wait.isZero() ? Either.right(call) : pause.pause(wait, call);
        });
    }

    /** How long to wait; the moment is taken if that is not longer than {@code atMost}. */
    private synchronized Duration reserve(Duration atMost) {
        long now = nanos.getAsLong();
        long free = taken < moments.length ? now : moments[oldest] + SECOND;
        // differences, since a ticker may overflow
        long wait = Math.max(0, free - now);
        if (wait <= atMost.toNanos()) {
            moments[oldest] = now + wait;
            oldest = (oldest + 1) % moments.length;
            taken = Math.min(taken + 1, moments.length);
        }
        return Duration.ofNanos(wait);
    }
}
