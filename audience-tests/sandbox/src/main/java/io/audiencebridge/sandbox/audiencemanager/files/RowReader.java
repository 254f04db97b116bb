// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines that stay bytes in one buffer. LF and CRLF end a line; a byte order mark is skipped. */
final class RowReader {
    /** A longer line is not read. Source: audience-manager.md, section 4.3; UNVERIFIED that the LF does not count. */
    static final int LONGEST = 102_400;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean ended;
    private boolean first = true;
    private boolean tooLong;

    RowReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        int end = lineEnd();
        if (end < 0) {
            return false;
        }
        from = next;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        next = Math.min(end + 1, filled);
        tooLong = to - from > LONGEST;
        skipMark();
        return true;
    }

    /** Where the line that begins at {@code next} ends; -1 at the end of the stream. */
    private int lineEnd() throws IOException {
        int at = next;
        boolean cut = false;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                return at;
            }
            if (ended) {
                return filled > next || cut ? filled : -1;
            }
            if (at - next > LONGEST + 1) {
                // Whatever follows up to the LF changes nothing: the line is too long already.
                at = next + LONGEST + 2;
                filled = at;
                cut = true;
            }
            at = fill(at);
        }
    }

    private int fill(int at) throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        int moved = at - next;
        filled -= next;
        next = 0;
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        return moved;
    }

    private void skipMark() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        if (first
                && to - from >= mark.length
                && Arrays.equals(buffer, from, from + mark.length, mark, 0, mark.length)) {
            from += mark.length;
        }
        first = false;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean tooLong() {
        return tooLong;
    }
}
