// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

/**
 * A growing set of 128-bit ids that are already well mixed, such as fingerprints: open addressing, two longs an id. Not thread-safe.
 *
 * <p>Ids that an attacker could choose freely do not belong here; fingerprints are halves of SHA-256.
 */
public final class IdHashSet {
    private static final int SMALLEST = 1024;

    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int size;
    private boolean zero;

    /** An empty set. */
    public IdHashSet() {}

    /** Adds an id; whether it was new. */
    public boolean add(long idHigh, long idLow) {
        if (idHigh == 0 && idLow == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (size * 2 >= high.length) {
            grow();
        }
        int slot = slot(idHigh, idLow);
        if (high[slot] == idHigh && low[slot] == idLow) {
            return false;
        }
        high[slot] = idHigh;
        low[slot] = idLow;
        size++;
        return true;
    }

    /** Whether the id was added. */
    public boolean contains(long idHigh, long idLow) {
        if (idHigh == 0 && idLow == 0) {
            return zero;
        }
        int slot = slot(idHigh, idLow);
        return high[slot] == idHigh && low[slot] == idLow;
    }

    /** Ids added. */
    public int size() {
        return size + (zero ? 1 : 0);
    }

    /** The ids, sorted. */
    public IdSet sorted() {
        IdSetBuilder ids = new IdSetBuilder();
        for (int slot = 0; slot < high.length; slot++) {
            if (high[slot] != 0 || low[slot] != 0) {
                ids.add(high[slot], low[slot]);
            }
        }
        return (zero ? ids.add(0, 0) : ids).build();
    }

    private int slot(long idHigh, long idLow) {
        int slot = (int) (idHigh ^ (idLow >>> 32)) & (high.length - 1);
        while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = (slot + 1) & (high.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldHigh[i] != 0 || oldLow[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
            }
        }
    }
}
