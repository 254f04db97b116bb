// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The executor of a bridge that was given none. It grows with the work, so that runs and the connectors' work beside them never wait for each other. */
final class OwnThreads {
    private OwnThreads() {}

    /** Daemons: a program that forgets to close its bridge still ends, and a run cut short can be resumed. */
    static ExecutorService executor() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "audience-bridge-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
