// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.util.Arrays;

/**
 * Whose rows a later file replaced. Ids that systems give out one after the other have a bit each, up to 8 MiB of them; others are in a set. Once it is filled, safe to ask by
 * several threads.
 */
final class Replaced {
    private static final int MOST_WORDS = 1 << 20;
    private static final int WORD_BITS = 6;

    /** A bit an id from 0 on; the last word is 0 and stands for all ids beyond. */
    private long[] near = new long[1];

    private final FarIds far;

    /** Nobody yet; {@code seed} is one that nobody outside can predict. */
    Replaced(long seed) {
        this(new FarIds(seed));
    }

    private Replaced(FarIds far) {
        this.far = far;
    }

    /** The same people, to which others may be added. */
    Replaced copy() {
        Replaced copy = new Replaced(far.copy());
        copy.near = near.clone();
        return copy;
    }

    void add(long idHigh, long idLow) {
        if (isNear(idHigh, idLow)) {
            int word = (int) (idLow >>> WORD_BITS);
            if (word >= near.length - 1) {
                near = Arrays.copyOf(near, Math.min(MOST_WORDS, word + word / 2 + 1) + 1);
            }
            near[word] |= 1L << idLow;
        } else {
            far.add(idHigh, idLow);
        }
    }

    boolean has(long idHigh, long idLow) {
        return isNear(idHigh, idLow) ? bit(idLow) != 0 : far.has(idHigh, idLow);
    }

    /** Writes into {@code rows} which of the first {@code count} ids are in it, and says how many; an empty {@code highs} stands for first halves of 0. */
    int find(long[] highs, long[] lows, int count, int[] rows) {
        return highs.length == 0 && far.isEmpty() ? findNear(lows, count, rows) : findAny(highs, lows, count, rows);
    }

    /** Without a branch: whether somebody was replaced cannot be foreseen. */
    private int findNear(long[] lows, int count, int[] rows) {
        int found = 0;
        for (int row = 0; row < count; row++) {
            rows[found] = row;
            found += bit(lows[row]);
        }
        return found;
    }

    private int findAny(long[] highs, long[] lows, int count, int[] rows) {
        int found = 0;
        for (int row = 0; row < count; row++) {
            if (has(highs.length == 0 ? 0 : highs[row], lows[row])) {
                rows[found++] = row;
            }
        }
        return found;
    }

    private int bit(long idLow) {
        return (int) (near[(int) Math.min(idLow >>> WORD_BITS, near.length - 1)] >>> idLow) & 1;
    }

    private static boolean isNear(long idHigh, long idLow) {
        return idHigh == 0 && idLow >>> WORD_BITS < MOST_WORDS;
    }
}
