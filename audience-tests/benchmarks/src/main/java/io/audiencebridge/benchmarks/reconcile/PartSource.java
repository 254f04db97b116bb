// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.adapter.gzip.GzipCodec;
import io.audiencebridge.adapter.gzip.GzipSettings;
import io.audiencebridge.benchmarks.FileBytes;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.SideBySide;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one gzip part, which is read by the codec of the bridge. A row is a key, or a recipient's number, a tab and a key. */
public final class PartSource implements KeySource {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long TABS = 0x0909090909090909L;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int BUFFER = 1 << 16;

    private static final Codec GZIP =
            GzipCodec.of(GzipSettings.standard(), Runnable::run).get();

    private final Path part;
    private final boolean numbered;
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final byte[] buffer = new byte[2 * BUFFER];
    private @Nullable ByteSource in;
    private int held;

    PartSource(Path part, boolean numbered) {
        this.part = part;
        this.numbered = numbered;
    }

    /** All parts side by side, as the bridge reads them. */
    public static KeySource all(List<Path> parts, boolean numbered) {
        return new SideBySide(Vector.ofAll(parts).map(part -> new PartSource(part, numbered)));
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        try {
            Either<BridgeError, Boolean> more = Either.right(true);
            while (!rows.isFull() && more.getOrElse(false)) {
                more = more();
            }
            return more.map(read -> Option.when(rows.size() > 0, rows::build));
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of(part + ": " + failed.getMessage()));
        }
    }

    @Override
    public void close() {
        if (in != null) {
            in.close();
        }
    }

    /** Right: false at the end of the part. */
    private Either<BridgeError, Boolean> more() throws IOException {
        if (in == null) {
            in = GZIP.expanding(FileBytes.of(part), part.toString());
        }
        return in.read(buffer, held, BUFFER).map(read -> {
            if (read != ByteSource.END) {
                rows(held + read);
            }
            return read != ByteSource.END;
        });
    }

    /** Takes the whole rows of {@code buffer[0, end)} and moves the rest to the front. */
    private void rows(int end) {
        int start = 0;
        for (int newline = newline(start, end); newline < end; newline = newline(start, end)) {
            row(start, newline);
            start = newline + 1;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        held = end - start;
    }

    /** Where the next line ends, eight bytes at a step; {@code end} if it does not. */
    private int newline(int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long found = found((long) LONGS.get(buffer, at), NEWLINES);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The top bit of the first of eight bytes that is the one sought, and perhaps of later ones; 0 if none is. */
    private static long found(long bytes, long sought) {
        long differing = bytes ^ sought;
        return (differing - ONES) & ~differing & TOPS;
    }

    private void row(int start, int end) {
        int key = start;
        if (numbered) {
            long bytes = (long) LONGS.get(buffer, start);
            int bits = Long.numberOfTrailingZeros(found(bytes, TABS)) & ~7;
            // Fewer than eight digits move to the end, behind zeros; what is behind the eighth is read one by one.
            long number = eightDigits(bits < Long.SIZE ? (bytes << (Long.SIZE - bits)) | (ZEROS >>> bits) : bytes);
            key += bits / Byte.SIZE;
            while (buffer[key] != '\t') {
                number = number * 10 + buffer[key++] - '0';
            }
            key++;
            rows.recipient(0, number);
        }
        rows.key(buffer, key, end, (byte) 0);
    }

    private static long eightDigits(long bytes) {
        long ones = bytes - ZEROS;
        long pairs = ones * 10 + (ones >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }
}
