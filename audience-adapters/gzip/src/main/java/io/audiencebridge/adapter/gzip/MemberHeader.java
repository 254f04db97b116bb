// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.spi.engine.ByteSource;
import java.util.zip.CRC32;

/** Reads what stands before the data of a member: time, operating system, name and comment say nothing about the content and are skipped. Source: RFC 1952, 2.3. */
final class MemberHeader {
    private static final int DEFLATE = 8;
    private static final int CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int TIME_AND_SYSTEM = 6;

    private final PackedBytes bytes;
    private final String file;
    private final CRC32 checksum = new CRC32();

    MemberHeader(PackedBytes bytes, String file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** Reads the header of the first member, which must be there. */
    void first() throws Unreadable {
        rest(bytes.sure());
    }

    /** Reads the header of a further member, behind any zeros, which pad a file; false at the file's end. */
    boolean further() throws Unreadable {
        int read = bytes.any();
        while (read == 0) {
            read = bytes.any();
        }
        if (read == ByteSource.END) {
            return false;
        }
        rest(read);
        return true;
    }

    private void rest(int first) throws Unreadable {
        checksum.reset();
        checksum.update(first);
        if (first != 0x1f || take() != 0x8b || take() != DEFLATE) {
            throw notGzip();
        }
        int flags = take();
        if ((flags & RESERVED) != 0) {
            throw notGzip();
        }
        skip(TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(take() | take() << 8);
        }
        for (int text = NAME; text <= COMMENT; text *= 2) {
            while ((flags & text) != 0 && take() != 0) {
                // a zero ends the text
            }
        }
        if ((flags & CHECK) != 0 && bytes.number(2) != (checksum.getValue() & 0xffff)) {
            throw Unreadable.damage(file, "has another checksum than its gzip header");
        }
    }

    private void skip(int count) throws Unreadable {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    private int take() throws Unreadable {
        return bytes.sure(checksum);
    }

    private Unreadable notGzip() {
        return Unreadable.damage(file, "is not gzip all through, as its name says");
    }
}
