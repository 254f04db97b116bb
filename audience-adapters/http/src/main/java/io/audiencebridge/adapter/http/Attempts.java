// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import java.time.Duration;

/**
 * What one request may still take of {@link HttpSettings#maxAttempts()} and {@link HttpSettings#retryBudget()}. For a caller that asks again by itself, after an
 * answer that the transport took for a good one: handed to {@link HttpTransport#open(HttpCall, Attempts, Call)} each time, it counts its repeats and those of the
 * transport together. Made by {@link HttpTransport#attempts(Call)}. One thread.
 */
public final class Attempts {
    private final int most;
    private final Duration budget;
    private int made;
    private Duration paused = Duration.ZERO;

    /** What a call says counts, but for a connection that repeats nothing at all. */
    Attempts(HttpSettings settings, Call call) {
        this.most = settings.maxAttempts() == 1 ? 1 : call.attempts(settings.maxAttempts());
        this.budget = settings.retryBudget();
    }

    /** Whether the request may go out once more. */
    public boolean isLeft() {
        return made < most;
    }

    /** Begins anew, for a request that asks for something else. */
    public void renew() {
        made = 0;
        paused = Duration.ZERO;
    }

    /** Takes one; gives its number, the first being 1. */
    int next() {
        return ++made;
    }

    /** Takes that pause before the next one, if one is left and the pauses may take as long; says whether it did. */
    boolean pausedFor(Duration wait) {
        Duration all = paused.plus(wait);
        boolean granted = isLeft() && all.compareTo(budget) <= 0;
        paused = granted ? all : paused;
        return granted;
    }
}
