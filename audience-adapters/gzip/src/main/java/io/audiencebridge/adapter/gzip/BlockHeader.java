// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/** Reads the words that a block of deflate data is written in. Refuses what zlib refuses. Source: RFC 1951, 3.2.6 and 3.2.7. Not thread-safe. */
final class BlockHeader {
    /** Bits of a first look-up: few enough for the tables to stay in the cache, enough for the words that are met. */
    static final int LENGTH_BITS = 11;

    static final int DISTANCE_BITS = 9;
    static final int DISTANCES = (1 << DISTANCE_BITS) - 1;

    private static final int MOST_LENGTHS = 286;
    private static final int MOST_DISTANCES = 30;
    private static final int END_OF_BLOCK = 256;
    private static final int WORD_BITS = 7;
    private static final int SAME_AGAIN = 16;
    private static final int FEW_ZEROS = 17;
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** Literals, lengths, and the end of the block. */
    final WordTable lengths = WordTable.ofLengths(LENGTH_BITS);

    final WordTable distances = WordTable.ofDistances(DISTANCE_BITS);

    private final PhraseTable phrases = new PhraseTable();
    private final BitSource bits;
    private final WordTable wordLengths = WordTable.ofWordLengths(WORD_BITS);
    private final byte[] read = new byte[MOST_LENGTHS + MOST_DISTANCES + 4];
    private boolean isFixed;
    private boolean hasPhrases;

    BlockHeader(BitSource bits) {
        this.bits = bits;
    }

    /** The words that every reader knows. Made once as long as they stay, since a block of them may have ten bits. */
    void fixed() {
        if (isFixed) {
            return;
        }
        isFixed = true;
        hasPhrases = false;
        Arrays.fill(read, 0, 144, (byte) 8);
        Arrays.fill(read, 144, 256, (byte) 9);
        Arrays.fill(read, 256, 280, (byte) 7);
        Arrays.fill(read, 280, 288, (byte) 8);
        lengths.make(read, 0, 288);
        Arrays.fill(read, 0, 32, (byte) 5);
        distances.make(read, 0, 32);
    }

    /** The words that the block begins with. */
    void own() throws Unreadable {
        isFixed = false;
        hasPhrases = false;
        int lengthCount = bits.take(5) + 257;
        int distanceCount = bits.take(5) + 1;
        int wordCount = bits.take(4) + 4;
        if (lengthCount > MOST_LENGTHS || distanceCount > MOST_DISTANCES) {
            throw bits.damage();
        }
        Arrays.fill(read, 0, ORDER.length, (byte) 0);
        for (int i = 0; i < wordCount; i++) {
            read[ORDER[i]] = (byte) bits.take(3);
        }
        if (!wordLengths.make(read, 0, ORDER.length)) {
            throw bits.damage();
        }
        readLengths(lengthCount + distanceCount);
        if (read[END_OF_BLOCK] == 0
                || !lengths.make(read, 0, lengthCount)
                || !distances.make(read, lengthCount, distanceCount)) {
            throw bits.damage();
        }
    }

    /** What the block's bits say at once; without any until {@link #makePhrases}. */
    long[] phrases() {
        return hasPhrases ? phrases.entries : PhraseTable.EMPTY;
    }

    boolean hasPhrases() {
        return hasPhrases;
    }

    /** To be called once the block has shown to be long enough: it may have ten bits. */
    void makePhrases() {
        if (!hasPhrases) {
            phrases.make(lengths, distances);
            hasPhrases = true;
        }
    }

    private void readLengths(int count) throws Unreadable {
        int at = 0;
        while (at < count) {
            int entry = wordLengths.entries[bits.peek(WORD_BITS)];
            if ((entry & WordTable.SPECIAL) != 0) {
                throw bits.damage();
            }
            bits.take(entry & WordTable.TAKEN);
            int symbol = entry >>> WordTable.VALUE;
            int times = symbol < SAME_AGAIN ? 1 : times(symbol);
            if ((symbol == SAME_AGAIN && at == 0) || at + times > count) {
                throw bits.damage();
            }
            byte length = symbol < SAME_AGAIN ? (byte) symbol : symbol == SAME_AGAIN ? read[at - 1] : 0;
            Arrays.fill(read, at, at + times, length);
            at += times;
        }
    }

    private int times(int symbol) throws Unreadable {
        return switch (symbol) {
            case SAME_AGAIN -> 3 + bits.take(2);
            case FEW_ZEROS -> 3 + bits.take(3);
            default -> 11 + bits.take(7);
        };
    }
}
