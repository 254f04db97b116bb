// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Expands all members of a file, one after the other. Nothing grows with what they expand to. */
final class GzipSource implements ByteSource {
    private static final Either<BridgeError, Integer> NOTHING = Either.right(0);
    private static final Either<BridgeError, Integer> AT_END = Either.right(END);

    private final ByteSource source;
    private final String file;
    private final PackedBytes bytes;
    private final MemberHeader header;
    private final Expander expander;
    private final CRC32 checksum = new CRC32();
    private long size;
    private boolean inMember;
    private boolean anyMember;
    private boolean closed;
    private @Nullable Either<BridgeError, Integer> failed;

    /** Expands {@code source}; {@code file} is for messages. */
    GzipSource(ByteSource source, String file) {
        this.source = source;
        this.file = file;
        this.bytes = new PackedBytes(source, file);
        this.header = new MemberHeader(bytes, file);
        this.expander = new Expander(bytes);
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (closed) {
            return Either.left(BridgeError.LocalFailure.of("File " + file + " was closed; open it again to read it"));
        }
        if (failed != null || length == 0) {
            return failed == null ? NOTHING : failed;
        }
        try {
            while (inMember || begin()) {
                int count = expander.expand(into, from, length);
                if (count > 0) {
                    checksum.update(into, from, count);
                    size += count;
                    return Either.right(count);
                }
                trailer();
            }
            return AT_END;
        } catch (Unreadable unreadable) {
            return fail(unreadable);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            source.close();
        }
    }

    /** What was wrong once stays wrong. */
    private Either<BridgeError, Integer> fail(Unreadable unreadable) {
        failed = Either.left(unreadable.error());
        return failed;
    }

    /** Goes to the next member's data; false at the end of the file. */
    private boolean begin() throws Unreadable {
        if (!anyMember) {
            header.first();
        } else if (!header.further()) {
            return false;
        }
        expander.begin();
        checksum.reset();
        size = 0;
        anyMember = true;
        inMember = true;
        return true;
    }

    private void trailer() throws Unreadable {
        long sum = bytes.number(4);
        long told = bytes.number(4);
        if (sum != checksum.getValue() || told != (size & 0xffffffffL)) {
            throw Unreadable.damage(file, "has another checksum than its content");
        }
        inMember = false;
    }
}
