// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

/**
 * How many members go into one call: as many as the settings say, half as many after a call that was too much, and slowly more again once smaller ones have
 * succeeded for a while. Not thread-safe.
 */
final class BatchSize {
    /** Successes in a row after which a batch may grow again: enough that one bad minute is not tried out at every turn. */
    private static final int CALM = 8;

    private final int most;
    private int now;
    private int successes;

    BatchSize(int most) {
        this.most = most;
        this.now = most;
    }

    int most() {
        return most;
    }

    int now() {
        return now;
    }

    /** A call of {@link #now} members succeeded. */
    void succeeded() {
        successes++;
        if (now < most && successes >= CALM) {
            now = Math.min(most, now + Math.max(1, now / 4));
            successes = 0;
        }
    }

    /** A call of so many was too much; whether a smaller one makes sense. */
    boolean shrink(int sent) {
        successes = 0;
        now = Math.max(1, Math.min(now, sent) / 2);
        return sent > 1;
    }
}
