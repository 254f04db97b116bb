// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unzips a file of one or more gzip members (RFC 1952).
 *
 * <p>The platform's stream takes anything behind the first member that is not well-formed for the end of the file, and so loses members without a word;
 * here all of the file must be gzip, but for zeros behind the last member.
 */
final class Gunzip implements ByteSource {
    private static final int BUFFER = 64 << 10;
    private static final int CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final ByteSource source;
    private final String name;
    private final byte[] in = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int next;
    private int end;
    private boolean inMember;
    private boolean anyMember;
    private boolean closed;

    /** Unzips {@code source}; {@code name} is for messages. */
    Gunzip(ByteSource source, String name) {
        this.source = source;
        this.name = name;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        try {
            while (true) {
                if (!inMember && !header()) {
                    return Either.right(END);
                }
                int count = inflate(into, from, length);
                if (count > 0) {
                    return Either.right(count);
                }
            }
        } catch (Unreadable unreadable) {
            return Either.left(unreadable.error);
        } catch (DataFormatException wrong) {
            return Either.left(
                    Damage.of(name, "is damaged inside its gzip data; have it delivered again and resume the run"));
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
    private int inflate(byte[] into, int from, int length) throws Unreadable, DataFormatException {
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
                throw truncated();
            }
            inflater.setInput(in, 0, end);
            next = end;
        }
    }

    private void trailer() throws Unreadable {
        next = end - inflater.getRemaining();
        long sum = number(4);
        long size = number(4);
        if (sum != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new Unreadable(Damage.of(
                    name, "has another checksum than its content; have it delivered again and resume the run"));
        }
        inMember = false;
    }

    /** Reads a member's header; false at the end of the file. */
    private boolean header() throws Unreadable {
        int first = anyMember ? behindZeros() : any();
        if (first == END && anyMember) {
            return false;
        }
        if (first != 0x1f || sure() != 0x8b || sure() != 8) {
            throw first == END ? truncated() : new Unreadable(notGzip());
        }
        int flags = sure();
        if ((flags & RESERVED) != 0) {
            throw new Unreadable(notGzip());
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(number(2));
        }
        for (int text = NAME; text <= COMMENT; text *= 2) {
            while ((flags & text) != 0 && sure() != 0) {
                // a zero ends the text
            }
        }
        if ((flags & CHECK) != 0) {
            skip(2);
        }
        begin();
        return true;
    }

    private void begin() {
        inflater.reset();
        inflater.setInput(in, next, end - next);
        next = end;
        checksum.reset();
        inMember = true;
        anyMember = true;
    }

    private int behindZeros() throws Unreadable {
        int read = any();
        while (read == 0) {
            read = any();
        }
        return read;
    }

    private long number(int bytes) throws Unreadable {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) sure() << (8 * i);
        }
        return value;
    }

    private void skip(long bytes) throws Unreadable {
        for (long i = 0; i < bytes; i++) {
            sure();
        }
    }

    private int sure() throws Unreadable {
        int read = any();
        if (read == END) {
            throw truncated();
        }
        return read;
    }

    private int any() throws Unreadable {
        return next < end || fill() ? in[next++] & 0xff : END;
    }

    private boolean fill() throws Unreadable {
        Either<BridgeError, Integer> read = source.read(in, 0, in.length);
        if (read.isLeft()) {
            throw new Unreadable(read.getLeft());
        }
        next = 0;
        end = Math.max(0, read.get());
        return end > 0;
    }

    private Unreadable truncated() {
        return new Unreadable(
                Damage.of(name, "ends in the middle of its gzip data; have it delivered again and resume the run"));
    }

    private BridgeError notGzip() {
        return Damage.of(name, "is not gzip all through, as its name says; have it delivered again and resume the run");
    }

    /** Carries an error up to {@link #read}. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient BridgeError error;

        Unreadable(BridgeError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }
    }
}
