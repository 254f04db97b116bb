// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import java.util.Arrays;

/** Sorts numbers that lie in several arrays, with all hands: first by ranges, then each range in its own cache-sized place. */
final class SortedNumbers {
    private static final int USUAL_RANGE = 4096;
    private static final int MOST_RANGES = 4096;

    private final Crew crew;
    private final long[][] shares;
    private final int[] sizes;
    private final long least;
    private final int shift;
    private final int ranges;

    private SortedNumbers(Crew crew, long[][] shares, int[] sizes, long least, long most, int total) {
        this.crew = crew;
        this.shares = shares;
        this.sizes = sizes;
        this.least = least;
        long span = most - least; // as a number without sign it is right even where it overflows
        int wanted = Math.max(1, Math.min(MOST_RANGES, total / USUAL_RANGE));
        int bits = 0;
        while (Long.compareUnsigned(span >>> bits, wanted) >= 0 && bits < Long.SIZE - 1) {
            bits++;
        }
        this.shift = bits;
        this.ranges = (int) (span >>> bits) + 1;
    }

    /** The distinct numbers among the first {@code sizes[i]} of each {@code shares[i]}, which are given up. */
    static IdSet of(Crew crew, long[][] shares, int[] sizes) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        int total = 0;
        for (int share = 0; share < shares.length; share++) {
            for (int i = 0; i < sizes[share]; i++) {
                least = Math.min(least, shares[share][i]);
                most = Math.max(most, shares[share][i]);
            }
            total = Math.addExact(total, sizes[share]);
        }
        return total == 0 ? IdSet.EMPTY : new SortedNumbers(crew, shares, sizes, least, most, total).sorted(total);
    }

    private IdSet sorted(int total) {
        int[] ends = new int[ranges + 1];
        long[] all = new long[total];
        int[][] next = counts();
        int sum = 0;
        for (int range = 0; range < ranges; range++) {
            for (int[] share : next) {
                int count = share[range];
                share[range] = sum;
                sum += count;
            }
            ends[range + 1] = sum;
        }
        crew.each(shares.length, share -> {
            for (int i = 0; i < sizes[share]; i++) {
                long number = shares[share][i];
                all[next[share][range(number)]++] = number;
            }
            shares[share] = new long[0];
        });
        int[] distinct = new int[ranges];
        crew.eachByHand(ranges, () -> {
            RangeSort sort = new RangeSort(shift);
            return range ->
                    distinct[range] = sort.sort(all, ends[range], ends[range + 1], least + ((long) range << shift));
        });
        return together(all, ends, distinct);
    }

    private int[][] counts() {
        int[][] counts = new int[shares.length][];
        crew.each(shares.length, share -> {
            int[] mine = new int[ranges];
            for (int i = 0; i < sizes[share]; i++) {
                mine[range(shares[share][i])]++;
            }
            counts[share] = mine;
        });
        return counts;
    }

    private static IdSet together(long[] all, int[] ends, int[] distinct) {
        int size = 0;
        for (int range = 0; range < distinct.length; range++) {
            if (size != ends[range]) {
                System.arraycopy(all, ends[range], all, size, distinct[range]);
            }
            size += distinct[range];
        }
        return IdSet.ofSorted(size == all.length ? all : Arrays.copyOf(all, size));
    }

    private int range(long number) {
        return (int) ((number - least) >>> shift);
    }
}
