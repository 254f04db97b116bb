// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import org.jspecify.annotations.Nullable;

/** Who is at one piece of work of a crew. Whoever comes after it is over finds nothing to do. A helper's failure is thrown to the caller. */
final class Shift {
    private int present;
    private boolean closed;
    private @Nullable RuntimeException failure;
    private @Nullable Error breakdown;

    /** A helper comes, does {@code work} and goes. */
    void present(Runnable work) {
        if (!enter()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException failed) {
            fail(failed, null);
        } catch (Error broken) { // what a helper did not do must not pass for done
            fail(null, broken);
        } finally {
            leave();
        }
    }

    /** Nobody comes any more, and those who are here are waited for; throws what a helper threw. */
    void end() {
        Error broken = waited();
        if (broken != null) {
            throw broken;
        }
        RuntimeException failed = failed();
        if (failed != null) {
            throw failed;
        }
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

    private synchronized void fail(@Nullable RuntimeException failed, @Nullable Error broken) {
        failure = failed;
        breakdown = broken;
    }

    private synchronized @Nullable RuntimeException failed() {
        return failure;
    }

    private synchronized @Nullable Error waited() {
        closed = true;
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
        return breakdown;
    }
}
