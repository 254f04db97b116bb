// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.reconcile.KeyHash;
import java.util.Arrays;

/**
 * Fingerprints of members' keys, as many as there is room for. When more come, those stay whose hash begins with another zero: which ones stay depends on the keys and the seed alone,
 * never on their order, so it is as good as a sample drawn by chance. Not thread-safe.
 */
final class HeldKeys {
    /** In place of a key that is not held. */
    static final int NONE = -1;

    private static final int SMALLEST = 1024;

    private final int most;
    private final KeyHash hash;
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int[] links = new int[SMALLEST];
    private int[] block = new int[SMALLEST];
    private int[] table = new int[2 * SMALLEST];
    private int size;
    private int zeros;

    HeldKeys(int most, long seed) {
        this.most = most;
        this.hash = new KeyHash(seed);
    }

    /** Adds a row with that key, which came in that block. */
    void add(long keyHigh, long keyLow, int inBlock) {
        if (Long.numberOfLeadingZeros(hash.of(keyHigh, keyLow)) < zeros) {
            return;
        }
        int slot = slot(keyHigh, keyLow);
        if (table[slot] != 0) {
            rows[table[slot] - 1]++;
            return;
        }
        if (size == most) {
            thin();
            add(keyHigh, keyLow, inBlock);
            return;
        }
        if (size == rows.length) {
            more();
            slot = slot(keyHigh, keyLow);
        }
        high[size] = keyHigh;
        low[size] = keyLow;
        rows[size] = 1;
        links[size] = 0;
        block[size] = inBlock;
        table[slot] = ++size;
    }

    /** Where the key is held, or {@link #NONE}. */
    int find(long keyHigh, long keyLow) {
        return table[slot(keyHigh, keyLow)] - 1;
    }

    /** A recipient has the key held there. */
    void link(int key) {
        links[key]++;
    }

    /** Somebody who has the key held there opted out: it matches nobody (SEMANTICS S23). */
    void suppress(int key) {
        links[key] = Integer.MIN_VALUE;
    }

    /** How many recipients have the key held there; less than 0 when it matches nobody. */
    int links(int key) {
        return links[key];
    }

    /** How many rows had the key held there. */
    int rows(int key) {
        return rows[key];
    }

    /** In which block the key held there came first. */
    int block(int key) {
        return block[key];
    }

    /** Different keys held. */
    int size() {
        return size;
    }

    /** Which share of the different keys is held: 1, or a half, a quarter and so on. */
    double share() {
        return Math.scalb(1.0, -zeros);
    }

    private void thin() {
        zeros++;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (Long.numberOfLeadingZeros(hash.of(high[i], low[i])) >= zeros) {
                high[kept] = high[i];
                low[kept] = low[i];
                rows[kept] = rows[i];
                links[kept] = links[i];
                block[kept++] = block[i];
            }
        }
        size = kept;
        enter();
    }

    private void more() {
        int room = size * 2;
        high = Arrays.copyOf(high, room);
        low = Arrays.copyOf(low, room);
        rows = Arrays.copyOf(rows, room);
        links = Arrays.copyOf(links, room);
        block = Arrays.copyOf(block, room);
        enter();
    }

    private void enter() {
        table = new int[2 * rows.length];
        for (int i = 0; i < size; i++) {
            table[slot(high[i], low[i])] = i + 1;
        }
    }

    private int slot(long keyHigh, long keyLow) {
        int slot = (int) (hash.of(keyLow, keyHigh) >>> 16) & (table.length - 1);
        while (table[slot] != 0 && (high[table[slot] - 1] != keyHigh || low[table[slot] - 1] != keyLow)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
