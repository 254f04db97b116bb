// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.identity.Ecid;
import java.util.Arrays;

/**
 * The different keys of one recipient in UTF-8, in the order in which they came. Emptied and filled anew for each recipient, without garbage; the time for
 * a key does not grow with their number. Not thread-safe.
 */
final class KeyTexts {
    /** UTF-8 of a character of 16 bits. */
    private static final int MOST_BYTES = 3;

    private byte[] text = new byte[256];
    private int[] ends = new int[9];
    private int[] hashes = new int[8];
    /** Where each key is found by its hash: its index and one more, 0 for nothing. At most half full. */
    private int[] slots = new int[16];

    private int size;

    int size() {
        return size;
    }

    byte[] text() {
        return text;
    }

    int start(int key) {
        return ends[key];
    }

    int end(int key) {
        return ends[key + 1];
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }

    /** Adds a value of {@code row}, unless it is empty or there already. */
    void add(Row row, int index) {
        room(row.length(index) * MOST_BYTES);
        int start = ends[size];
        int end = row.encode(index, text, start);
        int hash = hash(start, end);
        int slot = slot(hash, start, end);
        if (end > start && slots[slot] == 0) {
            hashes[size] = hash;
            ends[++size] = end;
            slots[slot] = size;
        }
    }

    /** Whether the key at {@code key} is a visitor id, not an old cookie value. */
    boolean isEcid(int key) {
        boolean digits = end(key) - start(key) == Ecid.DIGITS;
        for (int i = start(key); digits && i < end(key); i++) {
            digits = text[i] >= '0' && text[i] <= '9';
        }
        return digits;
    }

    /** The slot of an equal key, or an empty one. */
    private int slot(int hash, int start, int end) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0 && !isEqual(slots[slot] - 1, hash, start, end)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isEqual(int key, int hash, int start, int end) {
        return hashes[key] == hash && Arrays.equals(text, start(key), end(key), text, start, end);
    }

    private int hash(int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 16;
    }

    private void room(int bytes) {
        int needed = ends[size] + bytes;
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, text.length * 2));
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            ends = Arrays.copyOf(ends, size * 2 + 1);
            spread(new int[size * 4]);
        }
    }

    private void spread(int[] more) {
        slots = more;
        for (int key = 0; key < size; key++) {
            slots[slot(hashes[key], start(key), end(key))] = key + 1;
        }
    }
}
