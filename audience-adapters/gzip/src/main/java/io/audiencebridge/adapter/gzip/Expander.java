// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Expands deflate data, RFC 1951, faster than the JDK's zlib: an import spends most of its time here. Reads eight bytes at a step, finds two literals by one look-up
 * and copies eight bytes at a step. Takes and refuses what zlib takes and refuses.
 *
 * <p>Not thread-safe.
 */
final class Expander {
    private static final VarHandle LONGS = BitBuffer.LONGS;
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int REACH = 1 << 15;
    private static final int PIECE = 1 << 16;

    /** Bits of a distance, extra ones included, and of the look-up that follows. */
    private static final int ENOUGH = 28 + BlockHeader.LENGTH_BITS;

    /** Behind the end of a piece: two pairs of literals, the longest repetition, and what its last step may write too much. */
    private static final int SLACK = 4 + 258 + Long.BYTES;

    private static final int LENGTHS = (1 << BlockHeader.LENGTH_BITS) - 1;
    private static final int LONG_LENGTHS = (1 << (15 - BlockHeader.LENGTH_BITS)) - 1;
    private static final int DISTANCES = (1 << BlockHeader.DISTANCE_BITS) - 1;
    private static final int LONG_DISTANCES = (1 << (15 - BlockHeader.DISTANCE_BITS)) - 1;

    private static final int NO_LENGTH = WordTable.LITERAL | WordTable.SPECIAL;

    private final PackedBytes packed;
    private final BitSource source;
    private final BlockHeader header;

    /** What repetitions may reach back to, and behind it the piece that is expanded. */
    private final byte[] window = new byte[REACH + PIECE + SLACK];

    private Part part = Part.END;
    private boolean lastBlock;
    private int stored;
    private int given;
    private int end;

    private enum Part {
        HEADER,
        STORED,
        WORDS,
        END
    }

    /** Expands {@code packed} from where it stands. */
    Expander(PackedBytes packed) {
        this.packed = packed;
        this.source = new BitSource(packed);
        this.header = new BlockHeader(source);
    }

    /** Begins anew with the data of another member. */
    void begin() {
        part = Part.HEADER;
        lastBlock = false;
        given = 0;
        end = 0;
    }

    /** Bytes expanded into {@code into[from, from + length)}; 0 at the end of the data, when {@code packed} stands behind it. */
    int expand(byte[] into, int from, int length) throws Unreadable {
        if (given == end) {
            piece();
        }
        int count = Math.min(length, end - given);
        System.arraycopy(window, given, into, from, count);
        given += count;
        return count;
    }

    /** Expands until the piece is full or the data ends. */
    private void piece() throws Unreadable {
        if (end > REACH) {
            System.arraycopy(window, end - REACH, window, 0, REACH);
            end = REACH;
        }
        given = end;
        int full = end + PIECE;
        while (end < full && part != Part.END) {
            switch (part) {
                case HEADER -> header();
                case STORED -> stored(full);
                default -> {
                    packed.ready();
                    words(full);
                    source.check();
                }
            }
        }
    }

    private void header() throws Unreadable {
        lastBlock = source.take(1) == 1;
        switch (source.take(2)) {
            case 0 -> {
                source.align();
                stored = source.take(16);
                if ((source.take(16) ^ 0xffff) != stored) {
                    throw source.damage();
                }
                source.align();
                part = Part.STORED;
            }
            case 1 -> {
                header.fixed();
                part = Part.WORDS;
            }
            case 2 -> {
                header.own();
                part = Part.WORDS;
            }
            default -> throw source.damage();
        }
    }

    private void stored(int full) throws Unreadable {
        int count = packed.take(window, end, Math.min(stored, full - end));
        end += count;
        stored -= count;
        if (stored == 0) {
            blockEnds();
        }
    }

    private void blockEnds() throws Unreadable {
        if (lastBlock) {
            source.align();
            part = Part.END;
        } else {
            part = Part.HEADER;
        }
    }

    /**
     * Expands words until the piece is full, the block ends, or few bytes are left at hand. One method, whose state stays in registers. What is next is looked up before the bits are
     * filled up, since enough are always left for that: so no look-up waits for bytes from memory.
     */
    private void words(int full) throws Unreadable {
        byte[] in = packed.bytes;
        byte[] out = window;
        int[] lengths = header.lengths.entries;
        int[] distances = header.distances.entries;
        int safe = packed.safe();
        int next = packed.next;
        long bits = source.bits;
        int held = source.count;
        int at = end;
        int special = 0;
        int entry;
        bits |= (long) LONGS.get(in, next) << held;
        next += (63 - held) >>> 3;
        held |= BitSource.FULL;
        while (at < full && next <= safe) {
            entry = lengths[(int) bits & LENGTHS];
            bits |= (long) LONGS.get(in, next) << held;
            next += (63 - held) >>> 3;
            held |= BitSource.FULL;
            if ((entry & WordTable.LITERAL) != 0) {
                SHORTS.set(out, at, (short) (entry >>> WordTable.VALUE));
                at += 1 + ((entry >>> WordTable.PAIR_BIT) & 1);
                bits >>>= entry;
                held -= entry & WordTable.TAKEN;
                entry = lengths[(int) bits & LENGTHS];
                if ((entry & WordTable.LITERAL) != 0) {
                    SHORTS.set(out, at, (short) (entry >>> WordTable.VALUE));
                    at += 1 + ((entry >>> WordTable.PAIR_BIT) & 1);
                    bits >>>= entry;
                    held -= entry & WordTable.TAKEN;
                    continue;
                }
            }
            if ((entry & WordTable.SPECIAL) != 0) {
                entry = whole(lengths, entry, (int) (bits >>> BlockHeader.LENGTH_BITS) & LONG_LENGTHS);
            }
            long word = bits;
            bits >>>= entry;
            held -= entry & WordTable.TAKEN;
            if ((entry & NO_LENGTH) != 0) {
                if ((entry & WordTable.LITERAL) == 0) {
                    special = entry;
                    break;
                }
                out[at++] = (byte) (entry >>> WordTable.VALUE);
                continue;
            }
            int length = value(entry, word);
            entry = distances[(int) bits & DISTANCES];
            if (held < ENOUGH) {
                bits |= (long) LONGS.get(in, next) << held;
                next += (63 - held) >>> 3;
                held |= BitSource.FULL;
            }
            if ((entry & WordTable.SPECIAL) != 0) {
                entry = whole(distances, entry, (int) (bits >>> BlockHeader.DISTANCE_BITS) & LONG_DISTANCES);
            }
            int distance = value(entry, bits);
            bits >>>= entry;
            held -= entry & WordTable.TAKEN;
            if (distance > at || distance == 0) {
                special = NO_LENGTH;
                break;
            }
            repeat(out, at, distance, length);
            at += length;
        }
        packed.next = next;
        source.bits = bits;
        source.count = held;
        end = at;
        if (special != 0) {
            special(special);
        }
    }

    private void special(int entry) throws Unreadable {
        source.check();
        if (entry >>> WordTable.VALUE != WordTable.END) {
            throw source.damage();
        }
        blockEnds();
    }

    /** The entry of a long word, whose further bits are {@code rest}; any other entry as it is. */
    private static int whole(int[] entries, int entry, int rest) {
        return (entry & WordTable.LONG) == 0 ? entry : entries[(entry >>> WordTable.VALUE) + rest];
    }

    /** What the entry stands for together with the extra bits of its word. */
    private static int value(int entry, long word) {
        return (entry >>> WordTable.VALUE) + (int) ((word & ~(-1L << entry)) >>> (entry >>> WordTable.WORD));
    }

    /** Repeats what stands {@code distance} before; may write seven bytes too many. */
    private static void repeat(byte[] out, int at, int distance, int length) {
        if (distance >= Long.BYTES) {
            int from = at - distance;
            LONGS.set(out, at, (long) LONGS.get(out, from));
            for (int done = Long.BYTES; done < length; done += Long.BYTES) {
                LONGS.set(out, at + done, (long) LONGS.get(out, from + done));
            }
        } else if (distance == 1) {
            Arrays.fill(out, at, at + length, out[at - 1]);
        } else {
            for (int to = at; to < at + length; to++) {
                out[to] = out[to - distance];
            }
        }
    }
}
