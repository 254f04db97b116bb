// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.Arrays;

/** Rows and hits of each block of a sample, to see whether neighbours are alike. Not thread-safe. */
final class Blocks {
    /** Fewer blocks say nothing. */
    private static final int FEWEST = 5;

    private static final int MOST = 1 << 16;

    private long[] rows = new long[64];
    private long[] hits = new long[64];
    private int size;

    /** A block of that many rows; its number. */
    int add(long count) {
        int block = Math.min(size, MOST - 1);
        if (block == rows.length) {
            rows = Arrays.copyOf(rows, block * 2);
            hits = Arrays.copyOf(hits, block * 2);
        }
        rows[block] += count;
        size = block + 1;
        return block;
    }

    void more(int block, long count) {
        rows[block] += count;
    }

    void hit(int block, long count) {
        hits[block] += count;
    }

    /**
     * How many times the variance of hits among blocks is what it would be if rows had been drawn one by one; 1 at least.
     *
     * @param onceEach whether a row is a hit or none, so that a share near 1 varies little
     */
    double spread(boolean onceEach) {
        double all = Arrays.stream(rows).sum();
        double share = all == 0 ? 0 : Arrays.stream(hits).sum() / all;
        double each = onceEach ? share * (1 - share) : share;
        if (size < FEWEST || each <= 0) {
            return 1;
        }
        double off = 0;
        for (int i = 0; i < size; i++) {
            off += Math.pow(hits[i] - share * rows[i], 2);
        }
        return Math.max(1, off / (all * each) * size / (size - 1.0));
    }
}
