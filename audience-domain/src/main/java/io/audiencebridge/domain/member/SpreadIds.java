// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

/** Sorts ids that are spread evenly, as fingerprints are: into places by their first bits, then past the few of their place. */
final class SpreadIds {
    private static final int FEWEST = 4096;
    private static final int PER_PLACE_BITS = 3;
    private static final int CROWD = 64;

    private SpreadIds() {}

    /** Sorts the first {@code size} ids. False, and nothing is sorted, when they are few, or a place is crowded. */
    static boolean sort(long[] high, long[] low, int size) {
        if (size < FEWEST) {
            return false;
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size) - PER_PLACE_BITS;
        int[] ends = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            ends[place(high[i], bits) + 1]++;
        }
        for (int place = 1; place < ends.length; place++) {
            if (ends[place] > CROWD) {
                return false;
            }
            ends[place] += ends[place - 1];
        }
        long[] toHigh = new long[size];
        long[] toLow = new long[size];
        for (int i = 0; i < size; i++) {
            int at = ends[place(high[i], bits)]++;
            toHigh[at] = high[i];
            toLow[at] = low[i];
        }
        for (int i = 1; i < size; i++) {
            settle(toHigh, toLow, i);
        }
        System.arraycopy(toHigh, 0, high, 0, size);
        System.arraycopy(toLow, 0, low, 0, size);
        return true;
    }

    /** In the order of ids, whose first halves are signed. */
    private static int place(long high, int bits) {
        return (int) ((high ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
    }

    /** Moves the id at {@code from} down to where it belongs, past those before it in its place at most. */
    private static void settle(long[] high, long[] low, int from) {
        long idHigh = high[from];
        long idLow = low[from];
        int at = from;
        while (at > 0 && IdSet.compare(high[at - 1], low[at - 1], idHigh, idLow) > 0) {
            high[at] = high[at - 1];
            low[at] = low[at - 1];
            at--;
        }
        high[at] = idHigh;
        low[at] = idLow;
    }
}
