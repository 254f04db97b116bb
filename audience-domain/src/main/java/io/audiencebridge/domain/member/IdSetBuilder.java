// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import java.util.Arrays;

/** Collects 128-bit ids in any order, also several times, and sorts them into an {@link IdSet}. Numbers of 64 bits take half the memory. Not thread-safe. */
public final class IdSetBuilder {
    private static final int FIRST = 16;
    private static final long[] NONE = {};

    private long[] high = NONE;
    private long[] low;
    private int size;
    private boolean numbers = true;

    /** An empty builder. */
    public IdSetBuilder() {
        this(FIRST);
    }

    /** An empty builder with room for {@code expected} ids; it takes more, too. */
    public IdSetBuilder(int expected) {
        low = new long[Math.max(1, expected)];
    }

    /** Adds an id; adding it again changes nothing. */
    public IdSetBuilder add(long idHigh, long idLow) {
        if (size == low.length) {
            grow();
        }
        if (numbers && idHigh != idLow >> (Long.SIZE - 1)) {
            widen();
        }
        if (!numbers) {
            high[size] = idHigh;
        }
        low[size++] = idLow;
        return this;
    }

    /** Adds every id of {@code set}. */
    public IdSetBuilder addAll(IdSet set) {
        for (int i = 0; i < set.size(); i++) {
            add(set.high(i), set.low(i));
        }
        return this;
    }

    /** The set of the ids added so far. */
    public IdSet build() {
        if (!numbers) {
            sort();
            return wide();
        }
        Arrays.sort(low, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || low[i] != low[distinct - 1]) {
                low[distinct++] = low[i];
            }
        }
        size = distinct;
        return new IdSet(null, Arrays.copyOf(low, distinct));
    }

    private IdSet wide() {
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || high[i] != high[distinct - 1] || low[i] != low[distinct - 1]) {
                high[distinct] = high[i];
                low[distinct++] = low[i];
            }
        }
        size = distinct;
        return new IdSet(Arrays.copyOf(high, distinct), Arrays.copyOf(low, distinct));
    }

    private void grow() {
        int more = size < Integer.MAX_VALUE / 2 ? size * 2 : Integer.MAX_VALUE - Long.BYTES;
        low = Arrays.copyOf(low, more);
        high = numbers ? high : Arrays.copyOf(high, more);
    }

    /** From now on the first halves say more than the sign. */
    private void widen() {
        numbers = false;
        high = new long[low.length];
        for (int i = 0; i < size; i++) {
            high[i] = low[i] >> (Long.SIZE - 1);
        }
    }

    /** Bottom-up merge sort on the two arrays, where nothing faster will do: never quadratic, whatever the ids. */
    private void sort() {
        if (isSorted() || SpreadIds.sort(high, low, size)) {
            return;
        }
        long[] toHigh = new long[size];
        long[] toLow = new long[size];
        for (int width = 1; width < size && width > 0; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                int middle = Math.min(from + width, size);
                merge(from, middle, Math.min(middle + width, size), toHigh, toLow);
            }
            System.arraycopy(toHigh, 0, high, 0, size);
            System.arraycopy(toLow, 0, low, 0, size);
        }
    }

    /** As what is read from a ledger is. */
    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (IdSet.compare(high[i - 1], low[i - 1], high[i], low[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private void merge(int from, int middle, int to, long[] toHigh, long[] toLow) {
        int left = from;
        int right = middle;
        for (int out = from; out < to; out++) {
            boolean takeLeft = right >= to
                    || (left < middle && IdSet.compare(high[left], low[left], high[right], low[right]) <= 0);
            int taken = takeLeft ? left++ : right++;
            toHigh[out] = high[taken];
            toLow[out] = low[taken];
        }
    }
}
