// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that ends early for who reads it. */
final class CutChannel implements SeekableByteChannel {
    private static final int END = -1;

    private final SeekableByteChannel whole;
    private final long limit;

    CutChannel(SeekableByteChannel whole, long limit) {
        this.whole = whole;
        this.limit = limit;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long left = limit - whole.position();
        if (left <= 0) {
            return END;
        }
        int count = (int) Math.min(left, into.remaining());
        ByteBuffer part = into.slice().limit(count);
        int read = whole.read(part);
        into.position(into.position() + Math.max(0, read));
        return read;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return whole.write(from);
    }

    @Override
    public long position() throws IOException {
        return whole.position();
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
        whole.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        whole.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
