// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

/** What the symbols of deflate mean, as entries of a {@link WordTable} whose words have no bits yet. Source: RFC 1951, 3.2.5. */
final class Meanings {
    private static final int END_OF_BLOCK = 256;
    private static final int LENGTHS = 288;
    private static final int LAST_LENGTH = 285;
    private static final int LEAST_LENGTH = 3;
    private static final int LARGEST_LENGTH = 258;
    private static final int DISTANCES = 32;
    private static final int LAST_DISTANCE = 29;

    private Meanings() {}

    /** Literals, the end of a block and lengths; two symbols are reserved. */
    static int[] lengths() {
        int[] meanings = new int[LENGTHS];
        for (int literal = 0; literal < END_OF_BLOCK; literal++) {
            meanings[literal] = (literal << WordTable.VALUE) | WordTable.LITERAL;
        }
        meanings[END_OF_BLOCK] = (WordTable.END << WordTable.VALUE) | WordTable.SPECIAL;
        stepped(meanings, END_OF_BLOCK + 1, 4, LEAST_LENGTH);
        meanings[LAST_LENGTH] = LARGEST_LENGTH << WordTable.VALUE;
        for (int reserved = LAST_LENGTH + 1; reserved < LENGTHS; reserved++) {
            meanings[reserved] = WordTable.SPECIAL;
        }
        return meanings;
    }

    /** Distances; two symbols are reserved. */
    static int[] distances() {
        int[] meanings = new int[DISTANCES];
        stepped(meanings, 0, 2, 1);
        for (int reserved = LAST_DISTANCE + 1; reserved < DISTANCES; reserved++) {
            meanings[reserved] = WordTable.SPECIAL;
        }
        return meanings;
    }

    /** Symbols that mean themselves. */
    static int[] plain(int count) {
        int[] meanings = new int[count];
        for (int symbol = 0; symbol < count; symbol++) {
            meanings[symbol] = symbol << WordTable.VALUE;
        }
        return meanings;
    }

    /** Twice {@code group} symbols without extra bits, then {@code group} with each further number of them; every symbol begins where the one before ends. */
    private static void stepped(int[] meanings, int from, int group, int least) {
        int value = least;
        for (int symbol = from; symbol < meanings.length; symbol++) {
            int extra = Math.max(0, (symbol - from) / group - 1);
            meanings[symbol] = (value << WordTable.VALUE) | extra;
            value += 1 << extra;
        }
    }
}
