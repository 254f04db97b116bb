// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that whoever comes first does, an executor or the one who needs it: a full executor cannot bring a writer to a standstill, and one that comes too
 * late does nothing.
 */
final class ChunkWork implements Runnable {
    private final Runnable work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    ChunkWork(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (taken.compareAndSet(false, true)) {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        }
    }

    /** Sees to it that the work is never begun, or is over. */
    void withdraw() {
        if (!taken.compareAndSet(false, true)) {
            await();
        }
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits for whoever took the work, which is milliseconds; an interrupt is kept for the caller. */
    void await() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException kept) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
