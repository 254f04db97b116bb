// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;

/**
 * A growing set of 128-bit ids that are already well mixed, such as fingerprints: open addressing, two longs an id, side by side. Not thread-safe.
 *
 * <p>Ids lie in the order of an {@link IdSet}, each as near as possible to where its first bits say, so growing and sorting read and write memory from one end to the
 * other. Ids that an attacker could choose freely do not belong here: many that begin alike make it slow. Fingerprints are halves of SHA-256.
 */
public final class IdHashSet {
    private static final int SMALLEST = 1024;
    private static final int LARGEST = 1 << 29;

    /** Places at the end for ids that begin like the last place and find it taken. The last one is always free. */
    private static final int TAIL = 16;

    private static final int BITS = 31;

    private long[] ids = new long[2 * (SMALLEST + TAIL)];
    private int places = SMALLEST;
    private int size;
    private boolean zero;
    private long touched;

    /** An empty set. */
    public IdHashSet() {}

    /** Adds an id; whether it was new. */
    public boolean add(long idHigh, long idLow) {
        if ((idHigh | idLow) == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (size >= places / 4 * 3 && places < LARGEST) {
            grow();
        }
        int at = find(idHigh, idLow);
        if (ids[at] == idHigh && ids[at + 1] == idLow) {
            return false;
        }
        insert(at, idHigh, idLow);
        size++;
        return true;
    }

    /** Whether the id was added. */
    public boolean contains(long idHigh, long idLow) {
        if ((idHigh | idLow) == 0) {
            return zero;
        }
        int at = find(idHigh, idLow);
        return ids[at] == idHigh && ids[at + 1] == idLow;
    }

    /**
     * Reads the places of the ids whose first halves are {@code highs[from, to)}: reads that do not wait for each other, so that those that {@link #add} and
     * {@link #contains} do one after the other find them in the cache. Changes nothing else.
     */
    public void touch(long[] highs, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += ids[place(highs[i])];
        }
        touched = sum;
    }

    /** Ids added. */
    public int size() {
        return size + (zero ? 1 : 0);
    }

    /** The ids, sorted. */
    public IdSet sorted() {
        long[] high = new long[size()];
        long[] low = new long[size()];
        boolean zeroLeft = zero;
        int next = 0;
        for (int at = 0; at < ids.length; at += 2) {
            if (isFree(at)) {
                continue;
            }
            if (zeroLeft && ids[at] >= 0) {
                zeroLeft = false;
                next++;
            }
            high[next] = ids[at];
            low[next++] = ids[at + 1];
        }
        return new IdSet(high, low);
    }

    /** What {@link #touch} read; there only so that nobody may leave the reading out. */
    long touched() {
        return touched;
    }

    /** Where in the array an id that begins so belongs. In the order of ids, whose first halves are signed. */
    private int place(long high) {
        long first = (high ^ Long.MIN_VALUE) >>> (Long.SIZE - BITS);
        return 2 * (int) ((first * places) >>> BITS);
    }

    /** Where the id is, or else the first that is greater, or free. */
    private int find(long idHigh, long idLow) {
        int at = place(idHigh);
        while (!isFree(at) && IdSet.compare(ids[at], ids[at + 1], idHigh, idLow) < 0) {
            at += 2;
        }
        return at;
    }

    private boolean isFree(int at) {
        return (ids[at] | ids[at + 1]) == 0;
    }

    /** Puts the id at {@code at} and moves on whatever is there, up to the next free place. */
    private void insert(int at, long idHigh, long idLow) {
        long nextHigh = idHigh;
        long nextLow = idLow;
        int to = at;
        while (!isFree(to)) {
            long high = ids[to];
            long low = ids[to + 1];
            ids[to] = nextHigh;
            ids[to + 1] = nextLow;
            nextHigh = high;
            nextLow = low;
            to += 2;
        }
        ids[to] = nextHigh;
        ids[to + 1] = nextLow;
        if (to + 2 == ids.length) {
            int tail = ids.length - 2 * places;
            ids = Arrays.copyOf(ids, Math.addExact(ids.length, tail));
        }
    }

    /** Nobody comes to lie nearer to the end than before, so the tail need not grow. */
    private void grow() {
        long[] old = ids;
        ids = new long[old.length + 2 * places];
        places *= 2;
        int next = 0;
        for (int at = 0; at < old.length; at += 2) {
            if ((old[at] | old[at + 1]) != 0) {
                next = Math.max(next, place(old[at]));
                ids[next] = old[at];
                ids[next + 1] = old[at + 1];
                next += 2;
            }
        }
    }
}
