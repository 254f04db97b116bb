// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;

/**
 * Compresses a piece of rows that look alike, without a search: ids as Huffman words, two digits at a time, and what every row repeats as a reference to the
 * row before. Every byte has a word, so that a row of another shape is only larger. The bytes depend on the piece alone.
 *
 * <p>Source: RFC 1951. Not thread-safe.
 */
final class RowDeflater {
    private static final int END_OF_BLOCK = 256;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int LONGEST_WORD = 15;
    private static final int ROWS_COUNT = 256;
    private static final int PAIRS = 1 << 16;
    private static final int PIECE = 1024;

    /** Words of 7 bits at most come in pairs: four pairs and the bits that wait are fewer than 64. */
    private static final int LONGEST_PAIRED = 7;

    /** What is answered when rows are not alike enough for it to be worth it. */
    static final int UNLIKE = -1;

    /** Room that must be free before a piece: twice its size, and what the buffer writes ahead. */
    static final int ROOM = 2 * PIECE + 128;

    private static final long NEW_BLOCK = 0b100;
    private static final int BLOCK_BITS = 3;
    private static final long EMPTY_STORED = 0xffff0000L;
    private static final long EMPTY_LAST = 0b011;
    private static final int EMPTY_LAST_BITS = 10;

    private final RowShape shape = new RowShape();
    private final PrefixCode literals = new PrefixCode(LITERALS, LONGEST_WORD);
    private final PrefixCode distances = new PrefixCode(DISTANCES, LONGEST_WORD);
    private final CodeHeader header = new CodeHeader(LITERALS + DISTANCES);
    private final BitBuffer out = new BitBuffer();
    private final int[] literalWeights = new int[LITERALS];
    private final int[] distanceWeights = new int[DISTANCES];

    /** The words of two bytes, above six bits for their length; 0 when one of them is rare. */
    private final int[] pairs = new int[PAIRS];

    private final int[] frequent = new int[END_OF_BLOCK];
    private int frequentCount;

    private final long[] references = new long[RowShape.LONGEST_ROW];
    private final int[] referenceBits = new int[RowShape.LONGEST_ROW];
    private int referenceDistance;

    /**
     * Compresses {@code raw[0, filled)} into {@code packed[from, ...)}, which must have room for {@code filled} bytes and {@link #ROOM}. It ends at a byte's
     * end.
     *
     * @param last whether the stream ends here
     * @return behind the last byte, or {@link #UNLIKE}
     */
    int deflate(byte[] raw, int filled, byte[] packed, int from, boolean last) {
        if (!shape.learn(raw, filled)) {
            return UNLIKE;
        }
        codes(raw);
        out.begin(packed, from);
        out.put(NEW_BLOCK, BLOCK_BITS);
        header.write(literals, distances, out);
        if (!rows(raw, filled, from + filled)) {
            return UNLIKE;
        }
        out.put(literals.words[END_OF_BLOCK], literals.lengths[END_OF_BLOCK]);
        if (last) {
            out.put(EMPTY_LAST, EMPTY_LAST_BITS);
            out.align();
        } else {
            out.put(0, BLOCK_BITS);
            out.align();
            out.put(EMPTY_STORED, Integer.SIZE);
        }
        return out.at;
    }

    /** Codes from the sample, in which every byte has a word. */
    private void codes(byte[] raw) {
        Arrays.fill(literalWeights, 0);
        Arrays.fill(literalWeights, 0, END_OF_BLOCK + 1, 1);
        Arrays.fill(distanceWeights, 0);
        // rows of any length may come; and a code of one word is not complete
        Arrays.fill(distanceWeights, 0, shape.width > 0 ? 2 : Reference.distanceSymbol(RowShape.LONGEST_ROW) + 1, 1);
        for (int row = 0; row < shape.rows; row++) {
            if (shape.fits(row)) {
                weigh(raw, shape.begins[row], shape.length(row));
            }
        }
        literals.make(literalWeights);
        distances.make(distanceWeights);
        referenceDistance = 0;
        pairs();
    }

    private void weigh(byte[] raw, int begin, int length) {
        for (int stretch = 0; stretch < shape.stretches; stretch++) {
            int end = shape.textEnd(stretch, length);
            for (int column = shape.textBegins[stretch]; column < end; column++) {
                literalWeights[raw[begin + column] & 0xff] += ROWS_COUNT;
            }
            if (shape.repeats[stretch] > 0) {
                literalWeights[Reference.lengthSymbol(shape.repeats[stretch])] += ROWS_COUNT;
                distanceWeights[Reference.distanceSymbol(length)] += ROWS_COUNT;
            }
        }
    }

    private void pairs() {
        for (int first = 0; first < frequentCount; first++) {
            for (int second = 0; second < frequentCount; second++) {
                pairs[frequent[first] | frequent[second] << Byte.SIZE] = 0;
            }
        }
        frequentCount = 0;
        for (int symbol = 0; symbol < END_OF_BLOCK; symbol++) {
            if (literals.lengths[symbol] <= LONGEST_PAIRED) {
                frequent[frequentCount++] = symbol;
            }
        }
        for (int i = 0; i < frequentCount; i++) {
            int first = frequent[i];
            for (int j = 0; j < frequentCount; j++) {
                int second = frequent[j];
                int word = literals.words[first] | literals.words[second] << literals.lengths[first];
                pairs[first | second << Byte.SIZE] = word << 6 | literals.lengths[first] + literals.lengths[second];
            }
        }
    }

    /** Writes all rows; false when they take more than {@code limit}. */
    private boolean rows(byte[] raw, int filled, int limit) {
        int at = 0;
        while (at < filled) {
            if (out.at > limit) {
                return false;
            }
            int end = shape.width > 0 ? at + shape.width : lineEnd(raw, at, filled);
            if (end <= filled && repeats(raw, at, end)) {
                row(raw, at, end - at);
            } else {
                end = lineEnd(raw, at, filled);
                text(raw, at, end);
            }
            at = end;
        }
        return out.at <= limit;
    }

    /** Behind the row, or a piece of it when it is long. */
    private static int lineEnd(byte[] raw, int from, int filled) {
        int until = Math.min(filled, from + PIECE);
        int at = from;
        while (at < until && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, until);
    }

    /** Whether the row {@code raw[from, to)} repeats the one before where the shape says so. */
    private boolean repeats(byte[] raw, int from, int to) {
        int length = to - from;
        if (raw[to - 1] != '\n') {
            return false;
        }
        for (int stretch = 0; stretch < shape.stretches; stretch++) {
            int size = shape.repeats[stretch];
            if (size > 0) {
                int begin = from + shape.textEnd(stretch, length);
                boolean same = begin >= Math.max(from, length) && same(raw, begin, begin - length, size);
                if (!same) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean same(byte[] raw, int one, int other, int size) {
        if (size < Long.BYTES) {
            return Arrays.equals(raw, one, one + size, raw, other, other + size);
        }
        int last = size - Long.BYTES;
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) BitBuffer.LONGS.get(raw, one + i) != (long) BitBuffer.LONGS.get(raw, other + i)) {
                return false;
            }
        }
        return (long) BitBuffer.LONGS.get(raw, one + last) == (long) BitBuffer.LONGS.get(raw, other + last);
    }

    private void row(byte[] raw, int from, int length) {
        if (referenceDistance != length) {
            references(length);
        }
        for (int stretch = 0; stretch < shape.stretches; stretch++) {
            text(raw, from + shape.textBegins[stretch], from + shape.textEnd(stretch, length));
            if (shape.repeats[stretch] > 0) {
                out.put(references[stretch], referenceBits[stretch]);
            }
        }
    }

    /** The words of every repetition at {@code distance}. */
    private void references(int distance) {
        referenceDistance = distance;
        for (int stretch = 0; stretch < shape.stretches; stretch++) {
            int size = shape.repeats[stretch];
            if (size > 0) {
                int symbol = Reference.lengthSymbol(size);
                int bits = literals.lengths[symbol];
                long word = literals.words[symbol] | (long) Reference.lengthExtra(size) << bits;
                bits += Reference.lengthExtraBits(size);
                int far = Reference.distanceSymbol(distance);
                word |= (long) distances.words[far] << bits;
                bits += distances.lengths[far];
                references[stretch] = word | (long) Reference.distanceExtra(distance) << bits;
                referenceBits[stretch] = bits + Reference.distanceExtraBits(distance);
            }
        }
    }

    /** Writes {@code raw[from, to)} byte for byte. */
    private void text(byte[] raw, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) BitBuffer.LONGS.get(raw, at);
            int a = pairs[(int) eight & 0xffff];
            int b = pairs[(int) (eight >>> 16) & 0xffff];
            int c = pairs[(int) (eight >>> 32) & 0xffff];
            int d = pairs[(int) (eight >>> 48)];
            if ((a - 1 | b - 1 | c - 1 | d - 1) < 0) {
                singles(raw, at, at + Long.BYTES);
            } else {
                // a shift takes the lowest six bits of a pair, which are its length
                long first = (a >>> 6) | (long) (b >>> 6) << a;
                long second = (c >>> 6) | (long) (d >>> 6) << c;
                int bits = (a & 63) + (b & 63);
                out.put(first | second << bits, bits + (c & 63) + (d & 63));
            }
        }
        for (; at <= to - 2; at += 2) {
            int pair = pairs[(raw[at] & 0xff) | (raw[at + 1] & 0xff) << Byte.SIZE];
            if (pair == 0) {
                singles(raw, at, at + 2);
            } else {
                out.put(pair >>> 6, pair & 63);
            }
        }
        singles(raw, at, to);
    }

    private void singles(byte[] raw, int from, int to) {
        for (int at = from; at < to; at++) {
            int symbol = raw[at] & 0xff;
            out.put(literals.words[symbol], literals.lengths[symbol]);
        }
    }
}
