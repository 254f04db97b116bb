// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;

/**
 * Who is in an audience after its events so far: the members of the newest full export, and for each key that an event named since, the newest event
 * (SEMANTICS S26). Keys are fingerprints. Immutable; safe to read by several threads.
 */
public final class EventState {
    /** No full export yet. */
    public static final long NO_FULL = Long.MIN_VALUE;

    /** The state before any event. */
    public static final EventState EMPTY =
            new EventState(NO_FULL, IdSet.EMPTY, IdSet.EMPTY, new long[0], new boolean[0]);

    private final long fullTime;
    private final IdSet full;
    private final IdSet keys;
    private final long[] times;
    private final boolean[] inside;

    /**
     * A state.
     *
     * @param fullTime the time of the newest full export in milliseconds since 1970, or {@link #NO_FULL}
     * @param full the members that it named
     * @param keys the keys that an event later than that named
     * @param times the time of each key's newest event, in the order of {@code keys}
     * @param inside whether that event says that the key is in the audience, in the order of {@code keys}
     */
    public EventState(long fullTime, IdSet full, IdSet keys, long[] times, boolean[] inside) {
        this.fullTime = fullTime;
        this.full = full;
        this.keys = keys;
        this.times = Arrays.copyOf(times, keys.size());
        this.inside = Arrays.copyOf(inside, keys.size());
    }

    /** The time of the newest full export in milliseconds since 1970, or {@link #NO_FULL}. */
    public long fullTime() {
        return fullTime;
    }

    /** The members of the newest full export. */
    public IdSet full() {
        return full;
    }

    /** The keys that an event later than the newest full export named. */
    public IdSet keys() {
        return keys;
    }

    /** The time of the newest event of the key at {@code index}, in milliseconds since 1970. */
    public long time(int index) {
        return times[index];
    }

    /** Whether the newest event of the key at {@code index} says that it is in the audience. */
    public boolean isInside(int index) {
        return inside[index];
    }

    /** Who is in the audience. */
    public IdSet members() {
        IdSetBuilder entered = new IdSetBuilder().addAll(full);
        IdSetBuilder left = new IdSetBuilder();
        for (int i = 0; i < keys.size(); i++) {
            (inside[i] ? entered : left).add(keys.high(i), keys.low(i));
        }
        return entered.build().minus(left.build());
    }
}
