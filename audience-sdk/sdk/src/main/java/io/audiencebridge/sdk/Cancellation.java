// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Ends calls from another thread: their connections are closed, and they answer {@code Cancelled}; a run that was cut short can be resumed. One may stand for many calls, at the
 * same time and one after the other; once cancelled it stays so. Safe for use by several threads.
 */
public final class Cancellation {
    // weak, so that one that lives as long as an application holds no call that has ended
    private final Set<Call> calls = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean cancelled;

    /** One that nobody has cancelled. */
    public Cancellation() {}

    /** Cancels what is at work, and what begins later. */
    public void cancel() {
        taken().forEach(Call::cancel);
    }

    /** Whether {@link #cancel()} was called. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** From now on {@code call} ends with this. */
    void over(Call call) {
        if (!joined(call)) {
            call.cancel();
        }
    }

    private synchronized boolean joined(Call call) {
        return !cancelled && calls.add(call);
    }

    private synchronized Set<Call> taken() {
        cancelled = true;
        Set<Call> open = Set.copyOf(calls);
        calls.clear();
        return open;
    }
}
