// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import org.jspecify.annotations.Nullable;

/**
 * A sorted set of distinct 128-bit ids: recipients, or fingerprints of keys. Two longs an id, one if all ids are numbers of 64 bits; no object.
 *
 * <p>The order is signed by the first half, unsigned by the second. Immutable; safe to read by several threads.
 */
public final class IdSet {
    /** The set without an id. */
    public static final IdSet EMPTY = new IdSetBuilder().build();

    /** Below this many ids halving is as good as guessing. */
    private static final int FEW = 256;

    /** Bits of an id that a guess leaves out: the others times the size are a number of 64 bits. */
    private static final int GUESSING = 33;

    private static final int NEAR = 32;

    private final long @Nullable [] high;
    private final long[] low;

    /** A set of ids in order; without {@code high} they are numbers, whose first halves repeat the sign of the second. */
    IdSet(long @Nullable [] high, long[] low) {
        this.high = high;
        this.low = low;
    }

    /**
     * A set of numbers of 64 bits that are sorted already.
     *
     * @param numbers ascending, each once; the set's from now on
     */
    public static IdSet ofSorted(long[] numbers) {
        return new IdSet(null, numbers);
    }

    /** Ids in the set. */
    public int size() {
        return low.length;
    }

    /** The first half of the id at {@code index} in the set's order. */
    public long high(int index) {
        return high == null ? low[index] >> (Long.SIZE - 1) : high[index];
    }

    /** The second half of the id at {@code index} in the set's order. */
    public long low(int index) {
        return low[index];
    }

    /** Whether the id is in the set. */
    public boolean contains(long idHigh, long idLow) {
        return indexOf(idHigh, idLow) >= 0;
    }

    /** Where the id stands in the set's order; negative when it is not in the set. Ids that are spread evenly are found near where their first bits say. */
    public int indexOf(long idHigh, long idLow) {
        if (high == null || low.length < FEW) {
            return indexOf(idHigh, idLow, 0, low.length - 1);
        }
        int guess = (int) ((((idHigh ^ Long.MIN_VALUE) >>> GUESSING) * low.length) >>> (Long.SIZE - GUESSING));
        int from = guess;
        int to = guess;
        for (int step = NEAR; from > 0 && high[from] >= idHigh; step *= 2) {
            from = Math.max(from - step, 0);
        }
        for (int step = NEAR; to < low.length - 1 && high[to] <= idHigh; step *= 2) {
            to = (int) Math.min(low.length - 1L, (long) to + step);
        }
        return indexOf(idHigh, idLow, from, to);
    }

    private int indexOf(long idHigh, long idLow, int first, int last) {
        int from = first;
        int to = last;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = compare(high(middle), low[middle], idHigh, idLow);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** The ids of this set that are not in {@code other}. */
    public IdSet minus(IdSet other) {
        IdSetBuilder rest = new IdSetBuilder();
        int theirs = 0;
        for (int i = 0; i < low.length; i++) {
            while (theirs < other.size() && compare(other.high(theirs), other.low[theirs], high(i), low[i]) < 0) {
                theirs++;
            }
            boolean there = theirs < other.size() && other.high(theirs) == high(i) && other.low[theirs] == low[i];
            if (!there) {
                rest.add(high(i), low[i]);
            }
        }
        return rest.build();
    }

    /** How two ids stand to each other in the order of a set: below 0 if the first comes first, 0 if they are the same. */
    public static int compare(long high, long low, long otherHigh, long otherLow) {
        return high == otherHigh ? Long.compareUnsigned(low, otherLow) : Long.compare(high, otherHigh);
    }
}
