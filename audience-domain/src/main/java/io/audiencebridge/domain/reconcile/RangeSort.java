// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.Arrays;

/** Sorts the numbers of one range after the other. Where numbers stand close, as those of recipients do, each is a bit, and the bits are in order. Not thread-safe. */
final class RangeSort {
    /** Bits of a range for which there is room in a processor's first cache. */
    private static final int MOST_BITS = 17;

    private final long[] words;

    /** For ranges of {@code 2^rangeBits} numbers. */
    RangeSort(int rangeBits) {
        this.words = new long[rangeBits <= MOST_BITS ? (1 << rangeBits) / Long.SIZE + 1 : 0];
    }

    /** Sorts {@code all[from, to)}, of which none is below {@code least}; how many different ones there are, which stand first. */
    int sort(long[] all, int from, int to, long least) {
        boolean close = words.length > 0 && words.length <= to - from;
        return (close ? byBits(all, from, to, least) : byComparing(all, from, to)) - from;
    }

    private int byBits(long[] all, int from, int to, long least) {
        for (int i = from; i < to; i++) {
            int bit = (int) (all[i] - least);
            words[bit / Long.SIZE] |= 1L << bit;
        }
        int end = from;
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                all[end++] = least + (long) word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
            words[word] = 0;
        }
        return end;
    }

    private static int byComparing(long[] all, int from, int to) {
        Arrays.sort(all, from, to);
        int end = from;
        for (int i = from; i < to; i++) {
            if (i == from || all[i] != all[end - 1]) {
                all[end++] = all[i];
            }
        }
        return end;
    }
}
