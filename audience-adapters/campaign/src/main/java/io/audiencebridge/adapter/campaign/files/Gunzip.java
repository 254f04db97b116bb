// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unzips a file of one or more gzip members (RFC 1952), to its very end.
 *
 * <p>The platform's own stream takes anything behind a member that is not well-formed for the end of the file, and so would lose people without a word.
 */
final class Gunzip extends InputStream {
    private static final int BUFFER = 64 << 10;
    private static final int CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int END = -1;

    private final ByteSource source;
    private final String file;
    private final byte[] in = new byte[BUFFER];
    private final byte[] single = new byte[1];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int next;
    private int limit;
    private boolean inMember;
    private boolean anyMember;
    private boolean closed;

    /** Unzips {@code source}; {@code file} is for messages. */
    Gunzip(ByteSource source, String file) {
        this.source = source;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) == END ? END : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (inMember || header()) {
                int count = inflate(into, from, length);
                if (count > 0) {
                    return count;
                }
            }
            return END;
        } catch (DataFormatException damaged) {
            throw damage("is damaged inside its gzip data");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            inflater.end();
            source.close();
        }
    }

    /** Bytes inflated; 0 when the member ended. */
    private int inflate(byte[] into, int from, int length) throws IOException, DataFormatException {
        while (true) {
            int count = inflater.inflate(into, from, length);
            if (count > 0) {
                checksum.update(into, from, count);
                return count;
            }
            if (inflater.finished()) {
                trailer();
                return 0;
            }
            if (inflater.needsDictionary()) {
                throw new DataFormatException("gzip has no dictionaries");
            }
            if (!fill()) {
                throw cut();
            }
            inflater.setInput(in, 0, limit);
            next = limit;
        }
    }

    private void trailer() throws IOException {
        next = limit - inflater.getRemaining();
        if (number(4) != checksum.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damage("has another checksum than its content");
        }
        inMember = false;
    }

    /** Reads a member's header; false at the end of the file. */
    private boolean header() throws IOException {
        int first = any();
        if (first == END && anyMember) {
            return false;
        }
        if (first != 0x1f || sure() != 0x8b || sure() != 8) {
            throw first == END ? cut() : damage("is not gzip all through, as its name says");
        }
        int flags = sure();
        skipBytes(6);
        if ((flags & EXTRA) != 0) {
            skipBytes(number(2));
        }
        for (int text = NAME; text <= COMMENT; text *= 2) {
            while ((flags & text) != 0 && sure() != 0) {
                // a zero ends the text
            }
        }
        skipBytes((flags & CHECK) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(in, next, limit - next);
        next = limit;
        checksum.reset();
        inMember = true;
        anyMember = true;
        return true;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) sure() << (8 * i);
        }
        return value;
    }

    private void skipBytes(long bytes) throws IOException {
        for (long i = 0; i < bytes; i++) {
            sure();
        }
    }

    private int sure() throws IOException {
        int read = any();
        if (read == END) {
            throw cut();
        }
        return read;
    }

    private int any() throws IOException {
        return next < limit || fill() ? in[next++] & 0xff : END;
    }

    private boolean fill() throws IOException {
        Either<BridgeError, Integer> read = source.read(in, 0, in.length);
        if (read.isLeft()) {
            throw new Unreadable(read.getLeft());
        }
        next = 0;
        limit = Math.max(0, read.get());
        return limit > 0;
    }

    private Unreadable cut() {
        return damage("ends in the middle of its gzip data");
    }

    private Unreadable damage(String what) {
        return new Unreadable(Unreadable.damage(file, what));
    }
}
