// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Who has one trait, by the number of the id, and since when: four bytes per id. Earlier times are kept beside it for
 * those who realized it anew. Not thread-safe.
 */
public final class Realizations {
    private static final int NEVER = 0;
    private static final int MILLIS = 60_000;

    private int[] minutes = new int[0];
    private int[] earlier = new int[0];
    private int[] past = new int[0];
    private int[] before = new int[0];
    private int pastSize = 1;

    /** Says whether the id did not have the trait before; its time is renewed in any case. */
    public boolean realize(int id, Instant at) {
        if (id >= minutes.length) {
            minutes = Arrays.copyOf(minutes, Math.max(id + 1, Math.max(1024, minutes.length * 2)));
        }
        boolean added = minutes[id] == NEVER;
        minutes[id] = minute(at);
        return added;
    }

    /** Realizes the trait as one more time beside those before. */
    void repeat(int id, Instant at) {
        if (has(id)) {
            keep(id, minutes[id]);
        }
        realize(id, at);
    }

    private void keep(int id, int minute) {
        if (id >= earlier.length) {
            earlier = Arrays.copyOf(earlier, minutes.length);
        }
        if (pastSize >= past.length) {
            past = Arrays.copyOf(past, Math.max(16, pastSize * 2));
            before = Arrays.copyOf(before, past.length);
        }
        past[pastSize] = minute;
        before[pastSize] = earlier[id];
        earlier[id] = pastSize++;
    }

    /** Whether the id has the trait, expired or not. */
    public boolean has(int id) {
        return id < minutes.length && minutes[id] != NEVER;
    }

    /** When the id realized the trait last, in seconds since 1970; 0 if it did not. */
    public long last(int id) {
        return id < minutes.length ? minutes[id] * 60L : 0;
    }

    /** Whether the id has realized it since then. */
    boolean since(int id, Instant earliest) {
        return id < minutes.length && minutes[id] >= Math.max(1, minute(earliest));
    }

    /** How often the id realized it between two times, both included. */
    int count(int id, Instant from, Instant until) {
        if (!has(id)) {
            return 0;
        }
        int first = Math.max(1, minute(from));
        int last = minute(until);
        int count = minutes[id] >= first && minutes[id] <= last ? 1 : 0;
        for (int at = id < earlier.length ? earlier[id] : 0; at != 0; at = before[at]) {
            count += past[at] >= first && past[at] <= last ? 1 : 0;
        }
        return count;
    }

    /** Says whether the id had the trait. */
    public boolean remove(int id) {
        boolean had = has(id);
        if (had) {
            minutes[id] = NEVER;
            if (id < earlier.length) {
                earlier[id] = 0;
            }
        }
        return had;
    }

    /** Those who have had it since then at the earliest. */
    public BitSet since(Instant earliest) {
        int first = Math.max(1, minute(earliest));
        BitSet holders = new BitSet(minutes.length);
        for (int id = 0; id < minutes.length; id++) {
            if (minutes[id] >= first) {
                holders.set(id);
            }
        }
        return holders;
    }

    private static int minute(Instant at) {
        return (int) (Math.max(0, at.toEpochMilli()) / MILLIS);
    }
}
