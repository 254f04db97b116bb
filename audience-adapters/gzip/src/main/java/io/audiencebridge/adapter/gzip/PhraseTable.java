// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/**
 * Finds by one look-up what the next bits of deflate data say at once: a phrase of up to three literals and the repetition behind them, as far as the bits of the look-up tell it.
 * Only the extra bits of the distance may lie behind these. So whoever expands need not ask word by word what kind it is, which a processor cannot foresee.
 *
 * <p>An entry holds, from its lowest bit: 6 bits, how many bits it takes, those of the distance included; 6 bits, how many of them stand before these; 9 bits of length, 0 without a
 * repetition; 2 bits, how many literals; 24 bits of literals; 15 bits, the least distance. Not thread-safe.
 */
final class PhraseTable {
    static final int TAKEN = 63;
    static final int BEFORE_DISTANCE = 6;
    static final int LENGTH = 12;
    static final int LENGTHS = 511;
    static final int COUNT = 21;
    static final int COUNTS = 3;
    static final int LITERALS = 23;
    static final int DISTANCE = 47;

    /** Bits of a look-up, those of the first look-up of a length at most. */
    static final int BITS = BlockHeader.LENGTH_BITS;

    /** These bits are no phrase, but the beginning of a longer word, the end of the block, or nothing; the only entry below 0. */
    private static final long NONE = -1;

    /** A distance that may be copied eight bytes at a step. */
    private static final long ANY_DISTANCE = (long) Long.BYTES << DISTANCE;

    /** The entries of a table without any phrase. */
    static final long[] EMPTY = new long[1 << BITS];

    static {
        Arrays.fill(EMPTY, NONE);
    }

    final long[] entries = new long[1 << BITS];

    /** Makes the table out of the words of a block. */
    void make(WordTable lengths, WordTable distances) {
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = phrase(bits, lengths.entries, distances.entries);
        }
    }

    private static long phrase(int bits, int[] lengths, int[] distances) {
        long literals = 0;
        int count = 0;
        int taken = 0;
        int entry = lengths[bits];
        int end = entry & WordTable.TAKEN;
        while ((entry & WordTable.LITERAL) != 0 && end <= BITS && count < COUNTS) {
            literals |= (long) (entry >>> WordTable.VALUE) << (LITERALS + Byte.SIZE * count++);
            taken = end;
            entry = lengths[bits >>> taken];
            end = taken + (entry & WordTable.TAKEN);
        }
        long phrase = literals | ((long) count << COUNT);
        if ((entry & WordTable.NO_LENGTH) == 0 && end < BITS) {
            int distance = distances[(bits >>> end) & BlockHeader.DISTANCES];
            int before = end + ((distance >>> WordTable.WORD) & WordTable.TAKEN);
            if ((distance & WordTable.SPECIAL) == 0 && before <= BITS) {
                return phrase
                        | ((long) (distance >>> WordTable.VALUE) << DISTANCE)
                        | ((long) WordTable.value(entry, bits >>> taken) << LENGTH)
                        | ((long) before << BEFORE_DISTANCE)
                        | (end + (distance & WordTable.TAKEN));
            }
        }
        return count == 0 ? NONE : phrase | ANY_DISTANCE | ((long) taken << BEFORE_DISTANCE) | taken;
    }
}
