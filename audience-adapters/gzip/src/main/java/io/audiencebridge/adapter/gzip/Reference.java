// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

/** How deflate tells length and distance of a repetition: a symbol, and bits behind it. Source: RFC 1951, 3.2.5. */
final class Reference {
    private static final int FIRST_LENGTH = 257;
    private static final int LONGEST = 258;
    private static final int LONGEST_SYMBOL = 285;

    private Reference() {}

    /** Lengths go from 3 to 258. */
    static int lengthSymbol(int length) {
        return length == LONGEST ? LONGEST_SYMBOL : FIRST_LENGTH + group(length - 3, 2);
    }

    static int lengthExtraBits(int length) {
        return length == LONGEST ? 0 : bits(length - 3, 2);
    }

    static int lengthExtra(int length) {
        return length == LONGEST ? 0 : (length - 3) & ((1 << bits(length - 3, 2)) - 1);
    }

    /** Distances go from 1 to 32,768. */
    static int distanceSymbol(int distance) {
        return group(distance - 1, 1);
    }

    static int distanceExtraBits(int distance) {
        return bits(distance - 1, 1);
    }

    static int distanceExtra(int distance) {
        return (distance - 1) & ((1 << bits(distance - 1, 1)) - 1);
    }

    /** Values share a symbol when they agree in their highest bits, the first one and {@code kept} behind it. */
    private static int group(int value, int kept) {
        int extra = bits(value, kept);
        return (extra << kept) + (value >>> extra);
    }

    private static int bits(int value, int kept) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(value);
        return Math.max(0, width - 1 - kept);
    }
}
