// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content, and what it is compressed to: a piece of a deflate stream that can be put behind any other, ended at a byte boundary, or a whole member.
 * Filled, compressed and emptied again and again, so that no file makes garbage by its length.
 */
final class GzipChunk {
    private static final int MARGIN = 64;

    private final byte[] header;
    private final boolean wholeMember;
    private final Deflater deflater;
    private final @Nullable RowDeflater rows;
    private final CRC32 checksum = new CRC32();
    private final byte[] raw;
    private int filled;
    private byte[] packed;
    private int size;
    private ChunkWork work = new ChunkWork(this::compress);

    GzipChunk(GzipSettings settings) {
        header = Frame.header(settings);
        wholeMember = settings.severalMembers();
        raw = new byte[settings.chunkBytes()];
        rows = settings.fieldAware() ? new RowDeflater() : null;
        packed = new byte[raw.length + raw.length / MARGIN + MARGIN + RowDeflater.ROOM];
        deflater = new Deflater(settings.level(), true);
        if (settings.huffmanOnly()) {
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        }
    }

    /** Takes as much of {@code bytes[from, from + length)} as there is room for; answers how much. */
    int take(byte[] bytes, int from, int length) {
        int fits = Math.min(length, raw.length - filled);
        System.arraycopy(bytes, from, raw, filled, fits);
        filled += fits;
        return fits;
    }

    boolean isFull() {
        return filled == raw.length;
    }

    /** Bytes of content. */
    int filled() {
        return filled;
    }

    /** Adds the content to {@code sum}. */
    void addTo(CRC32 sum) {
        sum.update(raw, 0, filled);
    }

    /** The compressing of what is in it; nothing is taken until it is {@link #reset}. */
    ChunkWork work() {
        return work;
    }

    /** The compressed bytes, once the work is done; {@link #size} of them. */
    byte[] packed() {
        return packed;
    }

    /** How many; 0 when compressing failed, since even nothing compresses to some bytes. */
    int size() {
        return size;
    }

    /** Empties it; its work must be done. */
    void reset() {
        filled = 0;
        size = 0;
        deflater.reset();
        work = new ChunkWork(this::compress);
    }

    /** Gives back the memory outside the heap, once nobody works on it any more. */
    void end() {
        work.withdraw();
        deflater.end();
    }

    private void compress() {
        int begin = wholeMember ? begin() : 0;
        int end = rows == null ? RowDeflater.UNLIKE : rows.deflate(raw, filled, packed, begin, wholeMember);
        if (end == RowDeflater.UNLIKE) {
            end = search(begin);
        }
        size = wholeMember ? finish(end) : end;
    }

    /** Lets the JDK compress it. */
    private int search(int begin) {
        int at = begin;
        deflater.setInput(raw, 0, filled);
        if (wholeMember) {
            deflater.finish();
        }
        int flush = wholeMember ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
        int room;
        do {
            room(at);
            room = packed.length - at;
            at += deflater.deflate(packed, at, room, flush);
            // the first call may do no more than set the strategy
        } while (wholeMember ? !deflater.finished() : !deflater.needsInput() || at == packed.length);
        return at;
    }

    private int begin() {
        System.arraycopy(header, 0, packed, 0, header.length);
        return header.length;
    }

    private int finish(int at) {
        room(at);
        checksum.reset();
        checksum.update(raw, 0, filled);
        Frame.trailer(checksum.getValue(), filled, packed, at);
        return at + Frame.TRAILER;
    }

    private void room(int at) {
        if (packed.length - at < MARGIN) {
            packed = Arrays.copyOf(packed, packed.length * 2);
        }
    }
}
