// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.Pulse;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pulse of a bridge: one daemon thread of its own, begun with the first beat. It is not the bridge's executor, since one that is full of work must not cost the leases of that
 * work. Safe for use by several threads.
 */
final class Heart implements Pulse, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    Heart() {
        thread = new ScheduledThreadPoolExecutor(1, beats -> {
            Thread heart = new Thread(beats, "audience-bridge-heart");
            heart.setDaemon(true);
            return heart;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Call.Registration start(Duration every, Runnable beat) {
        try {
            ScheduledFuture<?> beating = thread.scheduleWithFixedDelay(
                    () -> Backstop.answer("A lease", Incident.local(), () -> beaten(beat)),
                    every.toNanos(),
                    every.toNanos(),
                    TimeUnit.NANOSECONDS);
            return () -> beating.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Either<BridgeError, Boolean> beaten(Runnable beat) {
        beat.run();
        return Either.right(true);
    }
}
