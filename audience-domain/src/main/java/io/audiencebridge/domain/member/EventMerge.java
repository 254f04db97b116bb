// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

/**
 * Merges events into a state, file by file, so that every order of the files gives the same state (SEMANTICS S26): the newest event of a key wins, at one time
 * leaving wins, and a full export stands for everything up to its time. Open addressing, no object a key. Not thread-safe.
 */
public final class EventMerge {
    private static final int SMALLEST = 1024;

    private static final byte FREE = 0;
    private static final byte INSIDE = 1;
    private static final byte OUTSIDE = 2;

    private long fullTime;
    private IdSet full;
    private IdHashSet filling = new IdHashSet();
    private long fillingTime;
    private boolean fillingFull;
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private long[] times = new long[SMALLEST];
    private byte[] states = new byte[SMALLEST];
    private int[] files = new int[SMALLEST];
    private int size;
    private int file;

    /** Begins at {@code state}. */
    public EventMerge(EventState state) {
        fullTime = state.fullTime();
        full = state.full();
        for (int i = 0; i < state.keys().size(); i++) {
            put(state.keys().high(i), state.keys().low(i), state.time(i), state.isInside(i));
        }
    }

    /** What an event was. */
    public enum Verdict {
        /** It is the newest of its key. */
        APPLIED,
        /** A newer one, a full export, or the same one was there before. */
        STALE,
        /** Another event of its key, time and file says the opposite, and that is leaving. */
        OVERRULED,
        /** It is leaving, and overrules an event of its key, time and file that said the opposite. */
        OVERRULING
    }

    /**
     * A file begins.
     *
     * @param time the file's time in milliseconds since 1970
     * @param whole whether who is not in it is not in the audience at that time
     */
    public void beginFile(long time, boolean whole) {
        file++;
        fillingTime = time;
        fillingFull = whole;
        filling = new IdHashSet();
    }

    /** Takes an event of the file that began last. A row of a full export stands at the file's time, or at its own where that is later. */
    public Verdict take(long keyHigh, long keyLow, long time, boolean inside) {
        if (fillingFull && fillingTime >= fullTime) {
            boolean fresh = filling.add(keyHigh, keyLow);
            return time > fillingTime ? event(keyHigh, keyLow, time, inside) : fresh ? Verdict.APPLIED : Verdict.STALE;
        }
        return time <= fullTime ? Verdict.STALE : event(keyHigh, keyLow, time, inside);
    }

    /** The file that began last is over. */
    public void endFile() {
        if (fillingFull && fillingTime >= fullTime) {
            full = fillingTime == fullTime ? full.minus(full.minus(filling.sorted())) : filling.sorted();
            fullTime = fillingTime;
            forget(fullTime);
        }
        filling = new IdHashSet();
    }

    /** The state now. Events of leavers from before {@code horizon} are left out: whoever they named is long gone. */
    public EventState state(long horizon) {
        IdSetBuilder keys = new IdSetBuilder();
        for (int slot = 0; slot < states.length; slot++) {
            if (isKept(slot, horizon)) {
                keys.add(high[slot], low[slot]);
            }
        }
        IdSet sorted = keys.build();
        long[] sortedTimes = new long[sorted.size()];
        boolean[] inside = new boolean[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            int slot = slot(sorted.high(i), sorted.low(i));
            sortedTimes[i] = times[slot];
            inside[i] = states[slot] == INSIDE;
        }
        return new EventState(fullTime, full, sorted, sortedTimes, inside);
    }

    private boolean isKept(int slot, long horizon) {
        boolean forgotten = states[slot] == OUTSIDE && times[slot] < horizon && !full.contains(high[slot], low[slot]);
        return states[slot] != FREE && !forgotten;
    }

    private Verdict event(long keyHigh, long keyLow, long time, boolean inside) {
        int slot = slot(keyHigh, keyLow);
        if (states[slot] == FREE || times[slot] < time) {
            put(keyHigh, keyLow, time, inside);
            return Verdict.APPLIED;
        }
        if (times[slot] > time || (states[slot] == INSIDE) == inside) {
            return Verdict.STALE;
        }
        boolean sameFile = files[slot] == file;
        if (inside) {
            return sameFile ? Verdict.OVERRULED : Verdict.STALE;
        }
        put(keyHigh, keyLow, time, false);
        return sameFile ? Verdict.OVERRULING : Verdict.APPLIED;
    }

    private void put(long keyHigh, long keyLow, long time, boolean inside) {
        if (size * 2 >= states.length) {
            grow();
        }
        int slot = slot(keyHigh, keyLow);
        size += states[slot] == FREE ? 1 : 0;
        high[slot] = keyHigh;
        low[slot] = keyLow;
        times[slot] = time;
        states[slot] = inside ? INSIDE : OUTSIDE;
        files[slot] = file;
    }

    private int slot(long keyHigh, long keyLow) {
        int slot = (int) (keyHigh ^ (keyLow >>> 32)) & (states.length - 1);
        while (states[slot] != FREE && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = (slot + 1) & (states.length - 1);
        }
        return slot;
    }

    private void grow() {
        rebuild(states.length * 2, Long.MIN_VALUE);
    }

    /** Drops the events up to {@code time}, for which a full export stands. */
    private void forget(long time) {
        rebuild(states.length, time);
    }

    private void rebuild(int capacity, long after) {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldTimes = times;
        byte[] oldStates = states;
        int[] oldFiles = files;
        high = new long[capacity];
        low = new long[capacity];
        times = new long[capacity];
        states = new byte[capacity];
        files = new int[capacity];
        size = 0;
        for (int i = 0; i < oldStates.length; i++) {
            if (oldStates[i] != FREE && (after == Long.MIN_VALUE || oldTimes[i] > after)) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                times[slot] = oldTimes[i];
                states[slot] = oldStates[i];
                files[slot] = oldFiles[i];
                size++;
            }
        }
    }
}
