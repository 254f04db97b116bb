// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.usecase.ResumedRun;
import io.audiencebridge.sdk.AudienceBridge;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes on with waiting runs whose time has come, on a thread of its own, until the application stops; what is at work then is left to {@link BridgeShutdown}. */
final class DueRuns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DueRuns.class);

    private final AudienceBridge bridge;
    private final Duration every;
    private @Nullable ScheduledThreadPoolExecutor thread;

    DueRuns(AudienceBridge bridge, Duration every) {
        this.bridge = bridge;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                Thread due = new Thread(work, "audience-bridge-due-runs");
                due.setDaemon(true);
                return due;
            });
            var unused =
                    thread.scheduleWithFixedDelay(this::resume, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** No run is begun any more. The one at work is not interrupted. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** A look that fails is told, and the next one is taken all the same. */
    private void resume() {
        bridge.attempts()
                .resumeDue()
                .peek(runs -> runs.forEach(DueRuns::tell))
                .peekLeft(error -> LOG.warn("Due runs could not be resumed: {}", error.message()));
    }

    private static void tell(ResumedRun resumed) {
        resumed.outcome()
                .peek(receipt -> LOG.info("Run {} is {}", resumed.run(), receipt.state()))
                .peekLeft(error -> LOG.warn("Run {} did not go on: {}", resumed.run(), error.message()));
    }
}
