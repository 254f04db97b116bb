// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/** Who has one trait, by the number of the id, and since when: four bytes per id. Not thread-safe. */
final class Realizations {
    private static final int NEVER = 0;
    private static final int MILLIS = 60_000;

    private int[] minutes = new int[0];

    /** Says whether the id did not have the trait before; its time is renewed in any case. */
    boolean realize(int id, Instant at) {
        if (id >= minutes.length) {
            minutes = Arrays.copyOf(minutes, Math.max(id + 1, Math.max(1024, minutes.length * 2)));
        }
        boolean added = minutes[id] == NEVER;
        minutes[id] = minute(at);
        return added;
    }

    /** Says whether the id had the trait. */
    boolean remove(int id) {
        boolean had = id < minutes.length && minutes[id] != NEVER;
        if (had) {
            minutes[id] = NEVER;
        }
        return had;
    }

    /** Those who have had it since then at the earliest. */
    BitSet since(Instant earliest) {
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
