// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The bytes of a gzip file as its parts take them: one by one, or eight at a step. Not thread-safe. */
final class PackedBytes {
    private static final int BUFFER = 64 << 10;

    /** Two refills of bits. */
    private static final int READY = 2 * Long.BYTES;

    /** Behind the file's end there are zeros: eight from which refills may begin, and what these read. */
    private static final int ZEROS = Long.BYTES + READY;

    /** Those at hand are {@code [next, end)}. {@link Expander} takes them by itself. */
    final byte[] bytes = new byte[BUFFER + ZEROS];

    int next;
    int end;

    private final ByteSource source;
    private final String file;
    private boolean ended;

    /** The bytes of {@code source}; {@code file} is for messages. */
    PackedBytes(ByteSource source, String file) {
        this.source = source;
        this.file = file;
    }

    /** The next byte, or {@link ByteSource#END}. */
    int any() throws Unreadable {
        return next < end || fill(1) ? bytes[next++] & 0xff : ByteSource.END;
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

    /** Moves up to {@code length} bytes, and one at least, which must be there. */
    int take(byte[] into, int from, int length) throws Unreadable {
        if (length == 0) {
            return 0;
        }
        if (next == end && !fill(1)) {
            throw cut();
        }
        int count = Math.min(length, end - next);
        System.arraycopy(bytes, next, into, from, count);
        next += count;
        return count;
    }

    /** Bits may be filled up twice from {@link #next} on; bytes behind the file's end are zeros. */
    void ready() throws Unreadable {
        if (end - next < READY && !fill(READY) && next > safe()) {
            throw cut();
        }
    }

    /** The last place from which bits may be filled up twice. */
    int safe() {
        return ended ? end + Long.BYTES : end - READY;
    }

    /** The file ends too early. */
    Unreadable cut() {
        return Unreadable.damage(file, "ends in the middle of its gzip data");
    }

    /** What stands here is no deflate data. */
    Unreadable damage() {
        return Unreadable.damage(file, "is damaged inside its gzip data");
    }

    /** Reads until {@code least} bytes are at hand; false when the file has fewer. Keeps those that may be given back: as many as a refill of {@link BitSource} took. */
    private boolean fill(int least) throws Unreadable {
        if (!ended) {
            int gone = Math.max(0, next - Long.BYTES);
            System.arraycopy(bytes, gone, bytes, 0, end - gone);
            end -= gone;
            next -= gone;
        }
        while (!ended && end - next < least) {
            Either<BridgeError, Integer> read = source.read(bytes, end, BUFFER - end);
            if (read.isLeft()) {
                throw new Unreadable(read.getLeft());
            }
            ended = read.get() == ByteSource.END;
            end += Math.max(0, read.get());
        }
        if (ended) {
            Arrays.fill(bytes, end, end + ZEROS, (byte) 0);
        }
        return end - next >= least;
    }
}
