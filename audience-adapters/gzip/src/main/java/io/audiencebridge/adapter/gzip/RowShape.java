// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

/**
 * What the rows of a piece have in common, learnt from a sample spread over all of it: where they repeat the row before, and where they hold ids, which never
 * repeat and need no search. Rows of one length are compared column by column, others by their ends.
 *
 * <p>A row is a sequence of stretches, each a text that changes and what follows it and does not. Not thread-safe.
 */
final class RowShape {
    /** Longer rows have no shape. */
    static final int LONGEST_ROW = 1024;

    /** Shorter repetitions are cheaper as text. */
    static final int SHORTEST_REPEAT = 4;

    static final int LONGEST_REPEAT = 258;

    private static final int PLACES = 16;
    private static final int ROWS_A_PLACE = 4;
    private static final int FEWEST_ROWS = 8;
    private static final double NEARLY_ALL = 0.9;
    private static final double MOSTLY = 0.95;
    private static final double MOST_ALIKE = 0.25;

    /** The sample: where rows begin, and behind which byte they end. */
    final int[] begins = new int[PLACES * ROWS_A_PLACE];

    final int[] ends = new int[PLACES * ROWS_A_PLACE];
    int rows;

    /** The length of all rows; 0 when lengths differ. */
    int width;

    int stretches;

    /** Where in the row the text of a stretch begins and ends; of rows that differ in length, the last text ends where the repetition begins. */
    final int[] textBegins = new int[LONGEST_ROW];

    final int[] textEnds = new int[LONGEST_ROW];

    /** Bytes that repeat the row before; 0 for none. */
    final int[] repeats = new int[LONGEST_ROW];

    private final boolean[] changes = new boolean[LONGEST_ROW];

    /** Learns from {@code raw[0, filled)}; false when rows are not alike, or better searched for repetitions. */
    boolean learn(byte[] raw, int filled) {
        sample(raw, filled);
        if (rows < FEWEST_ROWS) {
            return false;
        }
        int usual = usualLength();
        int ofIt = ofLength(usual);
        width = ofIt >= NEARLY_ALL * rows ? usual : 0;
        stretches = 0;
        if (width > 0) {
            columns(raw);
        } else {
            tails(raw);
        }
        return holdsIds(raw);
    }

    /** Whether row {@code row} of the sample has the shape's length. */
    boolean fits(int row) {
        return width == 0 ? length(row) >= repeats[0] : length(row) == width;
    }

    int length(int row) {
        return ends[row] - begins[row];
    }

    /** Where the text of stretch {@code stretch} ends in a row of {@code length} bytes. */
    int textEnd(int stretch, int length) {
        return width == 0 ? length - repeats[stretch] : textEnds[stretch];
    }

    private void sample(byte[] raw, int filled) {
        rows = 0;
        int last = 0;
        for (int place = 0; place < PLACES; place++) {
            int begin = behindLine(raw, Math.max(last, (int) ((long) filled * place / PLACES)), filled);
            for (int i = 0; i < ROWS_A_PLACE && begin >= 0; i++) {
                int end = behindLine(raw, begin, filled);
                if (end >= 0) {
                    begins[rows] = begin;
                    ends[rows++] = end;
                    last = end;
                }
                begin = end;
            }
        }
    }

    /** Behind the first line feed at or after {@code from}; negative when the row is too long or has no end. */
    private static int behindLine(byte[] raw, int from, int filled) {
        int until = Math.min(filled, from + LONGEST_ROW);
        for (int i = from; i < until; i++) {
            if (raw[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int usualLength() {
        int usual = 0;
        int most = 0;
        for (int row = 0; row < rows; row++) {
            int same = ofLength(length(row));
            if (same > most) {
                most = same;
                usual = length(row);
            }
        }
        return usual;
    }

    private int ofLength(int length) {
        int same = 0;
        for (int row = 0; row < rows; row++) {
            same += length(row) == length ? 1 : 0;
        }
        return same;
    }

    private void columns(byte[] raw) {
        int first = -1;
        for (int column = 0; column < width; column++) {
            changes[column] = false;
        }
        for (int row = 0; row < rows; row++) {
            if (!fits(row)) {
                continue;
            }
            first = first < 0 ? begins[row] : first;
            for (int column = 0; column < width; column++) {
                changes[column] |= raw[begins[row] + column] != raw[first + column];
            }
        }
        int text = 0;
        for (int column = 0; column < width; ) {
            int end = column + 1;
            while (end < width && changes[end] == changes[column]) {
                end++;
            }
            if (!changes[column] && end - column >= SHORTEST_REPEAT) {
                repetition(text, column, end);
                text = end;
            }
            column = end;
        }
        if (text < width) {
            stretch(text, width, 0);
        }
    }

    /** A text, and a repetition of any length; the pieces into which that is cut have no text between them. */
    private void repetition(int text, int begin, int end) {
        int from = text;
        int at = begin;
        while (end - at > 0) {
            int rest = end - at;
            int length = rest <= LONGEST_REPEAT ? rest : Math.min(LONGEST_REPEAT, rest - SHORTEST_REPEAT);
            stretch(from, at, length);
            at += length;
            from = at;
        }
    }

    private void stretch(int from, int to, int repeat) {
        textBegins[stretches] = from;
        textEnds[stretches] = to;
        repeats[stretches++] = repeat;
    }

    /** The longest end that all rows share, as one repetition. */
    private void tails(byte[] raw) {
        int shared = LONGEST_REPEAT;
        for (int row = 0; row < rows; row++) {
            int most = Math.min(shared, length(row));
            int same = 0;
            while (same < most && raw[ends[row] - 1 - same] == raw[ends[0] - 1 - same]) {
                same++;
            }
            shared = same;
        }
        stretch(0, 0, shared >= SHORTEST_REPEAT ? shared : 0);
    }

    /** Whether the texts are digits, also hexadecimal ones, and differ from those of the row before as random ones do. */
    private boolean holdsIds(byte[] raw) {
        long bytes = 0;
        long digits = 0;
        long compared = 0;
        long alike = 0;
        for (int row = 0; row < rows; row++) {
            for (int stretch = 0; fits(row) && stretch < stretches; stretch++) {
                int end = textEnd(stretch, length(row));
                for (int column = textBegins[stretch]; column < end; column++) {
                    byte one = raw[begins[row] + column];
                    bytes++;
                    digits += isDigit(one) ? 1 : 0;
                    if (row > 0 && ends[row - 1] == begins[row] && column < length(row - 1)) {
                        compared++;
                        alike += one == raw[begins[row - 1] + column] ? 1 : 0;
                    }
                }
            }
        }
        return bytes > 0 && digits >= MOSTLY * bytes && alike <= MOST_ALIKE * compared;
    }

    private static boolean isDigit(byte one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f') || (one >= 'A' && one <= 'F');
    }
}
