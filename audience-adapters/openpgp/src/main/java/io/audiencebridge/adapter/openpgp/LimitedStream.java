// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds what is read into memory as a whole within bounds; what is streamed has none. A message of small packets only, or of a large one, ends here. */
final class LimitedStream extends FilterInputStream {
    private static final int MOST = 1 << 20;

    private final String file;
    private boolean limited = true;
    private int left = MOST;

    LimitedStream(InputStream in, String file) {
        super(in);
        this.file = file;
    }

    /** From here on content is streamed. */
    void lift() {
        limited = false;
    }

    /** From here on packets are read again. */
    void limit() {
        limited = true;
        left = MOST;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        return count(read, read);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int count(int answer, int bytes) throws IOException {
        if (limited && bytes > 0) {
            left -= bytes;
            if (left < 0) {
                throw Refused.damage(file, "holds more than a megabyte of other packets beside its content");
            }
        }
        return answer;
    }
}
