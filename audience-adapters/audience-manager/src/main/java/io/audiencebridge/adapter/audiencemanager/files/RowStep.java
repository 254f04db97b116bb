// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/** Reads one piece of a line. */
interface RowStep {
    /** What {@link #read} answers when the line is none of this shape. */
    int NO = -1;

    /** Reads the piece that begins at {@code from}; answers where it ends, or {@link #NO}. Looks at no byte twice but for the one that ends it. */
    int read(byte[] line, int from, int length, RowMatch match);

    /** Where the byte {@code end} stands next; {@code length} when it does not. */
    static int find(byte[] line, int from, int length, int end) {
        int at = from;
        while (at < length && (line[at] & 0xff) != end) {
            at++;
        }
        return at;
    }

    /** Whether {@code text} stands at {@code from}. */
    static boolean stands(byte[] text, byte[] line, int from, int length) {
        if (length - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (line[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Characters that stand in every row.
     *
     * @param text UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fixed(byte[] text) implements RowStep {
        @Override
        public int read(byte[] line, int from, int length, RowMatch match) {
            return stands(text, line, from, length) ? from + text.length : NO;
        }
    }

    /**
     * A value.
     *
     * @param ends where it ends
     * @param wanted whether it is the id asked for
     */
    record Value(Ends ends, boolean wanted) implements RowStep {
        @Override
        public int read(byte[] line, int from, int length, RowMatch match) {
            int to = ends.next(line, from, length);
            if (wanted && to == from) {
                return NO;
            }
            if (wanted) {
                match.id(from, to);
            }
            return to;
        }
    }

    /**
     * Several ids.
     *
     * @param ends where the list ends
     * @param separator between ids
     * @param wanted whether they are the ids asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ids(Ends ends, byte[] separator, boolean wanted) implements RowStep {
        @Override
        public int read(byte[] line, int from, int length, RowMatch match) {
            int to = ends.next(line, from, length);
            int at = from;
            while (wanted && at < to) {
                int next = find(line, at, to, separator[0] & 0xff);
                if (next > at) {
                    match.id(at, next);
                }
                if (next < to && !stands(separator, line, next, to)) {
                    return NO;
                }
                at = next == to ? to : next + separator.length;
            }
            return to;
        }
    }
}
