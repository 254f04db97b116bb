// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/**
 * A complete Huffman code of limited length. Every symbol with a weight gets a word, the heavier the shorter; there must be two at least. Source: RFC 1951,
 * 3.2.2; lengths by Moffat and Katajainen, "In-place calculation of minimum-redundancy codes".
 *
 * <p>Made anew again and again without an object. Not thread-safe.
 */
final class PrefixCode {
    private static final int SYMBOL_BITS = 9;
    private static final int SYMBOL = (1 << SYMBOL_BITS) - 1;

    /** Bits of each symbol's word; 0 when it has none. */
    final int[] lengths;

    /** The words, their first bit the lowest, as deflate writes them. */
    final int[] words;

    private final int longest;
    private final long[] byWeight;
    private final int[] work;
    private final int[] ofLength;
    private final int[] next;

    /** A code of {@code symbols} symbols at most, whose words have {@code longest} bits at most. */
    PrefixCode(int symbols, int longest) {
        this.longest = longest;
        lengths = new int[symbols];
        words = new int[symbols];
        byWeight = new long[symbols];
        work = new int[symbols];
        ofLength = new int[symbols + 1];
        next = new int[longest + 1];
    }

    /** Makes the code for {@code weights}, one a symbol, whose sum is an {@code int}. */
    void make(int[] weights) {
        int used = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                byWeight[used++] = (long) weights[symbol] << SYMBOL_BITS | symbol;
            }
        }
        Arrays.sort(byWeight, 0, used);
        for (int i = 0; i < used; i++) {
            work[i] = (int) (byWeight[i] >>> SYMBOL_BITS);
        }
        depths(used);
        count(used);
        Arrays.fill(lengths, 0);
        int heaviest = used - 1;
        for (int length = 1; length <= longest; length++) {
            for (int i = 0; i < ofLength[length]; i++) {
                lengths[(int) byWeight[heaviest--] & SYMBOL] = length;
            }
        }
        assign();
    }

    /** Weights in ascending order become depths in the tree, in descending order. */
    private void depths(int used) {
        join(used);
        work[used - 2] = 0;
        for (int node = used - 3; node >= 0; node--) {
            work[node] = work[work[node]] + 1;
        }
        int free = 1;
        int depth = 0;
        int node = used - 2;
        int leaf = used - 1;
        while (free > 0) {
            int inner = 0;
            while (node >= 0 && work[node] == depth) {
                inner++;
                node--;
            }
            for (int i = inner; i < free; i++) {
                work[leaf--] = depth;
            }
            free = 2 * inner;
            depth++;
        }
    }

    /** Joins the two lightest again and again; a node that was joined holds its parent. */
    private void join(int used) {
        int leaf = 0;
        int root = 0;
        for (int node = 0; node < used - 1; node++) {
            int weight = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf >= used || (root < node && work[root] < work[leaf])) {
                    weight += work[root];
                    work[root++] = node;
                } else {
                    weight += work[leaf++];
                }
            }
            work[node] = weight;
        }
    }

    /** How many words there are of each length, once the longest are cut and others grow for it. */
    private void count(int used) {
        Arrays.fill(ofLength, 0);
        for (int i = 0; i < used; i++) {
            ofLength[Math.min(work[i], longest)]++;
        }
        long taken = 0;
        for (int length = 1; length <= longest; length++) {
            taken += (long) ofLength[length] << (longest - length);
        }
        for (long whole = 1L << longest; taken > whole; taken--) {
            int length = longest - 1;
            while (ofLength[length] == 0) {
                length--;
            }
            ofLength[longest]--;
            ofLength[length]--;
            ofLength[length + 1] += 2;
        }
    }

    private void assign() {
        int word = 0;
        for (int length = 1; length <= longest; length++) {
            next[length] = word;
            word = (word + ofLength[length]) << 1;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            words[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
        }
    }
}
