// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/**
 * Finds what the next bits of deflate data say, by one look-up and for long words by two. Source: RFC 1951, 3.2.2 and 3.2.5.
 *
 * <p>An entry holds, from its lowest bit: 6 bits, how many bits it takes, extra ones included; 6 bits, how many of them are the word; the flags; 16 bits of
 * value: a literal, or the least length or distance, to which the extra bits are added. Not thread-safe.
 */
final class WordTable {
    static final int TAKEN = 63;
    static final int WORD = 6;
    static final int LITERAL = 1 << 12;
    static final int SPECIAL = 1 << 14;
    static final int LONG = 1 << 15;
    static final int VALUE = 16;

    /** Set in entries that are no length. */
    static final int NO_LENGTH = LITERAL | SPECIAL;

    /** The value of the end of a block, which is {@link #SPECIAL}; other special entries are no word. */
    static final int END = 1;

    private static final int LONGEST = 15;
    private static final int NO_WORD = SPECIAL;

    /** Entries by the next bits: {@code 1 << rootBits} of them, then those of long words, found by the entry of their first bits. */
    final int[] entries;

    private final int rootBits;
    private final int longest;
    private final boolean mayLack;
    private final int[] meanings;
    private final int[] ofLength = new int[LONGEST + 1];
    private final int[] next = new int[LONGEST + 2];

    private WordTable(int rootBits, int longest, boolean mayLack, int[] meanings) {
        this.rootBits = rootBits;
        this.longest = longest;
        this.mayLack = mayLack;
        this.meanings = meanings;
        // A long word has a neighbour that differs in its last bit.
        this.entries = new int[(1 << rootBits) + ((meanings.length / 2) << (longest - rootBits))];
    }

    /** For literals, lengths and the end of a block. */
    static WordTable ofLengths(int rootBits) {
        return new WordTable(rootBits, LONGEST, true, Meanings.lengths());
    }

    /** For distances. */
    static WordTable ofDistances(int rootBits) {
        return new WordTable(rootBits, LONGEST, true, Meanings.distances());
    }

    /** For the lengths of words, which are its values; all are found by one look-up. */
    static WordTable ofWordLengths(int rootBits) {
        return new WordTable(rootBits, rootBits, false, Meanings.plain(19));
    }

    /**
     * Makes the table of the words with these lengths, 0 for a symbol without one.
     *
     * @return false when no such words exist, or when bits are left that are no word; a single word of one bit, or none, is enough for lengths and for distances
     */
    boolean make(byte[] lengths, int from, int count) {
        Arrays.fill(ofLength, 0);
        for (int symbol = 0; symbol < count; symbol++) {
            ofLength[lengths[from + symbol]]++;
        }
        ofLength[0] = 0;
        if (!wordsExist()) {
            return false;
        }
        Arrays.fill(entries, 0, 1 << rootBits, NO_WORD);
        int free = 1 << rootBits;
        for (int symbol = 0; symbol < count; symbol++) {
            int length = lengths[from + symbol];
            if (length > 0) {
                int word = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
                free = length <= rootBits
                        ? shortWord(symbol, word, length, free)
                        : longWord(symbol, word, length, free);
            }
        }
        return true;
    }

    /** Gives each length its first word; false when there are too many words, or too few. */
    private boolean wordsExist() {
        int left = 1;
        int used = 0;
        next[1] = 0;
        for (int length = 1; length <= LONGEST; length++) {
            left = (left << 1) - ofLength[length];
            if (left < 0) {
                return false;
            }
            used = ofLength[length] > 0 ? length : used;
            next[length + 1] = (next[length] + ofLength[length]) << 1;
        }
        return left == 0 || (mayLack && used <= 1);
    }

    /** What the entry stands for together with the extra bits of its word. */
    static int value(int entry, long word) {
        return (entry >>> VALUE) + (int) ((word & ~(-1L << entry)) >>> (entry >>> WORD));
    }

    private int shortWord(int symbol, int word, int length, int free) {
        int entry = entry(symbol, length);
        for (int at = word; at < 1 << rootBits; at += 1 << length) {
            entries[at] = entry;
        }
        return free;
    }

    /** All long words with the same first bits have their entries beside each other, from where the entry of these bits says. */
    private int longWord(int symbol, int word, int length, int free) {
        int first = word & ((1 << rootBits) - 1);
        int room = 1 << (longest - rootBits);
        int end = free;
        if (entries[first] == NO_WORD) {
            entries[first] = (free << VALUE) | SPECIAL | LONG;
            end += room;
        }
        int base = entries[first] >>> VALUE;
        int entry = entry(symbol, length);
        for (int at = word >>> rootBits; at < room; at += 1 << (length - rootBits)) {
            entries[base + at] = entry;
        }
        return end;
    }

    private int entry(int symbol, int length) {
        int meaning = meanings[symbol];
        return (meaning & ~TAKEN) | (length << WORD) | ((meaning & TAKEN) + length);
    }
}
