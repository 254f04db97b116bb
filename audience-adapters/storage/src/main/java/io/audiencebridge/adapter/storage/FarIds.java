// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

/** A set of ids other than 0, and before it a few bits an id that say at once that most are not in it. Once it is filled, safe to ask by several threads. */
final class FarIds {
    private static final int FIRST_BITS = 10;

    /** Bits of the filter for each slot, as a power of two. */
    private static final int FILTER = 4;

    private final long seed;
    private int slotBits = FIRST_BITS;
    private long[] high = new long[1 << FIRST_BITS];
    private long[] low = new long[1 << FIRST_BITS];
    private long[] filter = filter(FIRST_BITS);
    private int size;

    /** Nobody yet; {@code seed} is one that nobody outside can predict. */
    FarIds(long seed) {
        this.seed = seed | 1;
    }

    /** The same people, to which others may be added. */
    FarIds copy() {
        FarIds copy = new FarIds(seed);
        copy.slotBits = slotBits;
        copy.high = high.clone();
        copy.low = low.clone();
        copy.filter = filter.clone();
        copy.size = size;
        return copy;
    }

    void add(long idHigh, long idLow) {
        if (2 * size >= high.length) {
            grow();
        }
        enter(idHigh, idLow);
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean has(long idHigh, long idLow) {
        long hash = hash(idHigh, idLow);
        long bit = bit(hash);
        if ((filter[(int) (bit >>> 6)] & 1L << bit) == 0) {
            return false;
        }
        int slot = slot(hash, idHigh, idLow);
        return high[slot] == idHigh && low[slot] == idLow;
    }

    private void enter(long idHigh, long idLow) {
        long hash = hash(idHigh, idLow);
        int slot = slot(hash, idHigh, idLow);
        if (high[slot] != idHigh || low[slot] != idLow) {
            long bit = bit(hash);
            filter[(int) (bit >>> 6)] |= 1L << bit;
            high[slot] = idHigh;
            low[slot] = idLow;
            size++;
        }
    }

    /** Where the id is, or would be. */
    private int slot(long hash, long idHigh, long idLow) {
        int slot = (int) (hash >>> (Long.SIZE - slotBits));
        while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = (slot + 1) & (high.length - 1);
        }
        return slot;
    }

    private long bit(long hash) {
        return hash >>> (Long.SIZE - slotBits - FILTER);
    }

    private long hash(long idHigh, long idLow) {
        long mixed = (idLow ^ idHigh * 0x9E3779B97F4A7C15L) * seed;
        return (mixed ^ mixed >>> 32) * 0xC2B2AE3D27D4EB4FL;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        slotBits++;
        high = new long[1 << slotBits];
        low = new long[1 << slotBits];
        filter = filter(slotBits);
        size = 0;
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldHigh[i] != 0 || oldLow[i] != 0) {
                enter(oldHigh[i], oldLow[i]);
            }
        }
    }

    private static long[] filter(int slotBits) {
        return new long[1 << (slotBits + FILTER - 6)];
    }
}
