// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines as bytes, one at a time, ended by LF or CRLF; of a line beyond the limit only the beginning is kept. Not thread-safe. */
final class LineReader {
    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[1 << 16];
    private int next;
    private int held;
    private byte[] line = new byte[1024];
    private int length;
    private long number;
    private boolean tooLong;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (next < held || fill()) {
            any = true;
            byte character = chunk[next++];
            if (character == '\n') {
                break;
            }
            keep(character);
        }
        if (any) {
            number++;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return any;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** The line's bytes, the first {@link #length()} of them; overwritten by the next line. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line was longer than allowed, so that its end is missing. */
    boolean tooLong() {
        return tooLong;
    }

    private void keep(byte character) {
        if (length == longest) {
            tooLong = true;
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(longest, 2 * length));
        }
        line[length++] = character;
    }

    private boolean fill() throws IOException {
        next = 0;
        held = in.read(chunk);
        return held > 0;
    }
}
