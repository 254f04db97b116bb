// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.Pulse;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pulse of a bridge: one daemon thread of its own, begun with the first beat, unless the application gave a scheduler. It is not the bridge's executor, since one that is full of
 * work must not cost the leases of that work. Safe for use by several threads.
 */
final class Heart implements Pulse, AutoCloseable {
    private final ScheduledExecutorService thread;
    private final boolean own;

    Heart(Option<ScheduledExecutorService> given) {
        thread = given.getOrElse(Heart::ownThread);
        own = given.isEmpty();
    }

    private static ScheduledExecutorService ownThread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, beats -> {
            Thread heart = new Thread(beats, "audience-bridge-heart");
            heart.setDaemon(true);
            return heart;
        });
        thread.setRemoveOnCancelPolicy(true);
        return thread;
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
        if (own) {
            thread.shutdownNow();
        }
    }

    private static Either<BridgeError, Boolean> beaten(Runnable beat) {
        beat.run();
        return Either.right(true);
    }
}
