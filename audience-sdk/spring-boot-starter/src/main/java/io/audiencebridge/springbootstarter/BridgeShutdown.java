// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.collection.Seq;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends a bridge with the application: no new call gets in, those at work may go on for as long as patience lasts, and then come to a checkpoint, from which any process resumes their
 * runs. After web servers have answered their last request, before the beans that the bridge needs are destroyed. A closed bridge does not start again.
 */
final class BridgeShutdown implements SmartLifecycle {
    /** Behind Spring Boot's web servers, which stop 1,024 and 2,048 before the last phase. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(BridgeShutdown.class);

    private final AudienceBridge bridge;
    private final Duration patience;
    private volatile boolean running;

    BridgeShutdown(AudienceBridge bridge, Duration patience) {
        this.bridge = bridge;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Seq<RunId> unfinished = bridge.close(patience);
        if (unfinished.nonEmpty()) {
            LOG.info(
                    "The bridge is closed; {} runs are not finished and can be resumed: {}",
                    unfinished.size(),
                    unfinished.mkString(", "));
        }
    }

    /** Beside the thread that stops everything else. */
    @Override
    public void stop(Runnable stopped) {
        Thread closing = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        stopped.run();
                    }
                },
                "audience-bridge-closing");
        closing.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** From Spring 7 on contexts of tests are paused between tests; a bridge is not, since it could not go on. */
    @SuppressWarnings("unused") // overrides a method that Spring 6 does not have
    public boolean isPauseable() {
        return false;
    }
}
