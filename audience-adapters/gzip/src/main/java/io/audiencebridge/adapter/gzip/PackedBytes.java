// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The bytes of a gzip file as its parts take them: one by one, or by the block for the inflater. */
final class PackedBytes {
    private static final int BUFFER = 64 << 10;

    private final ByteSource source;
    private final String file;
    private final byte[] bytes = new byte[BUFFER];
    private int next;
    private int end;

    /** The bytes of {@code source}; {@code file} is for messages. */
    PackedBytes(ByteSource source, String file) {
        this.source = source;
        this.file = file;
    }

    /** The next byte, or {@link ByteSource#END}. */
    int any() throws Unreadable {
        return next < end || fill() ? bytes[next++] & 0xff : ByteSource.END;
    }

    /** The next byte, which must be there. */
    int sure() throws Unreadable {
        int read = any();
        if (read == ByteSource.END) {
            throw cut();
        }
        return read;
    }

    /** The next byte, which {@code checksum} covers. */
    int sure(CRC32 checksum) throws Unreadable {
        int read = sure();
        checksum.update(read);
        return read;
    }

    /** A number of {@code width} bytes, the least first. */
    long number(int width) throws Unreadable {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (long) sure() << (8 * i);
        }
        return value;
    }

    /** Hands on what is there, or the next block; the file must not have ended. */
    void feed(Inflater inflater) throws Unreadable {
        if (next == end && !fill()) {
            throw cut();
        }
        inflater.setInput(bytes, next, end - next);
        next = end;
    }

    /** Takes back what the inflater did not need. */
    void back(int unused) {
        next = end - unused;
    }

    private boolean fill() throws Unreadable {
        Either<BridgeError, Integer> read = source.read(bytes, 0, bytes.length);
        if (read.isLeft()) {
            throw new Unreadable(read.getLeft());
        }
        next = 0;
        end = Math.max(0, read.get());
        return end > 0;
    }

    private Unreadable cut() {
        return Unreadable.damage(file, "ends in the middle of its gzip data");
    }
}
