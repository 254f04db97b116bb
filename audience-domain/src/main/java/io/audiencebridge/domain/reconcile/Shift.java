// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work for a crew: what waits to be done, and who is at it. Whoever comes after it is over finds nothing to do. A helper's failure ends the shift and is
 * thrown to the caller.
 *
 * @param <T> what is worked on
 */
final class Shift<T> {
    private final int most;
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private int present;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /** A shift at which {@code most} things may wait. */
    Shift(int most) {
        this.most = most;
    }

    /** Leaves {@code thing} to the helpers, unless as much waits as may. */
    synchronized boolean offer(T thing) {
        if (failure != null || waiting.size() >= most) {
            return false;
        }
        waiting.add(thing);
        notifyAll();
        return true;
    }

    /** A helper comes, does {@code work} and goes. */
    void present(Runnable work) {
        if (!enter()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException failed) {
            fail(failed);
        } finally {
            leave();
        }
    }

    /** Works until the shift is over. */
    void work(Consumer<T> worker) {
        for (T thing = next(true); thing != null; thing = next(true)) {
            worker.accept(thing);
        }
    }

    /** The caller does what still waits, then waits for the helpers. */
    void close(Consumer<T> worker) {
        for (T thing = next(false); thing != null; thing = next(false)) {
            worker.accept(thing);
        }
        end(false);
    }

    /** What waits is left undone, and the helpers are waited for; does nothing after {@link #close}. */
    void cancel() {
        end(true);
    }

    private synchronized boolean enter() {
        if (closed) {
            return false;
        }
        present++;
        return true;
    }

    private synchronized void leave() {
        present--;
        notifyAll();
    }

    private synchronized void fail(RuntimeException failed) {
        failure = failed;
        waiting.clear();
    }

    private synchronized @Nullable T next(boolean wait) {
        while (wait && waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return waiting.poll();
    }

    private synchronized void end(boolean drop) {
        closed = true;
        if (drop) {
            waiting.clear();
        }
        notifyAll();
        boolean interrupted = false;
        while (present > 0) {
            try {
                wait();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure;
        failure = null;
        if (failed != null) {
            throw failed;
        }
    }
}
