// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Rows of a file, unpacked; counts them and stops where a file is too large. */
final class InboundContent extends FilterInputStream {
    private final long largest;
    private long size;

    InboundContent(InputStream in, long largest) {
        super(in);
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        counted(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        counted(read);
        return read;
    }

    private void counted(int read) throws IOException {
        size += Math.max(0, read);
        if (size > largest) {
            throw new IOException("it is larger than " + largest + " bytes unpacked");
        }
    }

    /** How many bytes were read. */
    long size() {
        return size;
    }
}
