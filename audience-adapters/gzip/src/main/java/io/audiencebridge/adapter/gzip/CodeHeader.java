// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/** Tells the codes of a block before its data. Source: RFC 1951, 3.2.7. Not thread-safe. */
final class CodeHeader {
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int AGAIN = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int MOST_AGAIN = 6;
    private static final int MANY = 11;
    private static final int MOST_ZEROS = 138;
    private static final int FEWEST = 3;
    private static final int FIRST_LITERALS = 257;
    private static final int LONGEST_WORD = 7;

    private final PrefixCode code = new PrefixCode(ORDER.length, LONGEST_WORD);
    private final int[] weights = new int[ORDER.length];
    private final int[] lengths;
    private final int[] symbols;
    private final int[] extras;
    private int runs;

    /** A header for codes of {@code most} symbols in all. */
    CodeHeader(int most) {
        lengths = new int[most];
        symbols = new int[most];
        extras = new int[most];
    }

    /** Writes the two codes. */
    void write(PrefixCode literals, PrefixCode distances, BitBuffer out) {
        int literalCount = used(literals.lengths, FIRST_LITERALS);
        int distanceCount = used(distances.lengths, 1);
        System.arraycopy(literals.lengths, 0, lengths, 0, literalCount);
        System.arraycopy(distances.lengths, 0, lengths, literalCount, distanceCount);
        Arrays.fill(weights, 0);
        runs = 0;
        cut(literalCount + distanceCount);
        // a code has two words at least
        weights[0]++;
        weights[AGAIN]++;
        code.make(weights);
        int told = ORDER.length;
        while (code.lengths[ORDER[told - 1]] == 0) {
            told--;
        }
        out.put(literalCount - FIRST_LITERALS, 5);
        out.put(distanceCount - 1, 5);
        out.put(told - 4, 4);
        for (int i = 0; i < told; i++) {
            out.put(code.lengths[ORDER[i]], 3);
        }
        for (int run = 0; run < runs; run++) {
            int symbol = symbols[run];
            out.put(code.words[symbol], code.lengths[symbol]);
            out.put(extras[run], extraBits(symbol));
        }
    }

    private static int used(int[] of, int least) {
        int count = of.length;
        while (count > least && of[count - 1] == 0) {
            count--;
        }
        return count;
    }

    /** Cuts the lengths into runs of the same. */
    private void cut(int count) {
        for (int at = 0; at < count; ) {
            int length = lengths[at];
            int end = at + 1;
            while (end < count && lengths[end] == length) {
                end++;
            }
            if (length != 0) {
                run(length, 0);
                at++;
            }
            at = same(length, at, end);
        }
    }

    private int same(int length, int from, int end) {
        int at = from;
        int most = length == 0 ? MOST_ZEROS : MOST_AGAIN;
        while (at < end) {
            int count = Math.min(end - at, most);
            if (count < FEWEST) {
                run(length, 0);
                at++;
            } else {
                int fewest = length == 0 && count >= MANY ? MANY : FEWEST;
                run(length != 0 ? AGAIN : fewest == MANY ? MANY_ZEROS : ZEROS, count - fewest);
                at += count;
            }
        }
        return at;
    }

    private void run(int symbol, int extra) {
        symbols[runs] = symbol;
        extras[runs++] = extra;
        weights[symbol]++;
    }

    private static int extraBits(int symbol) {
        return switch (symbol) {
            case AGAIN -> 2;
            case ZEROS -> 3;
            case MANY_ZEROS -> 7;
            default -> 0;
        };
    }
}
