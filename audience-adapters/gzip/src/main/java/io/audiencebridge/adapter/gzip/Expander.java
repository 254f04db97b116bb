// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Expands deflate data, RFC 1951, faster than the JDK's zlib: an import spends most of its time here. Reads eight bytes at a step, finds literals and the repetition behind
 * them by one look-up and copies eight bytes at a step. Takes and refuses what zlib takes and refuses.
 *
 * <p>Not thread-safe.
 */
final class Expander {
    private static final VarHandle LONGS = BitBuffer.LONGS;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int REACH = 1 << 15;
    private static final int PIECE = 1 << 16;

    /** As many bytes of a block are expanded word by word first: to make phrases takes as long as to expand some thousand bytes. */
    private static final int TRIAL = 1 << 10;

    /** Behind the end of a piece: four bytes that hold a phrase's literals, the longest repetition, and what its last step may write too much. */
    private static final int SLACK = 4 + 258 + Long.BYTES;

    private static final int PHRASES = (1 << PhraseTable.BITS) - 1;
    private static final int LENGTHS = (1 << BlockHeader.LENGTH_BITS) - 1;
    private static final int LONG_LENGTHS = (1 << (15 - BlockHeader.LENGTH_BITS)) - 1;
    private static final int LONG_DISTANCES = (1 << (15 - BlockHeader.DISTANCE_BITS)) - 1;

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
                    words(header.hasPhrases() ? full : Math.min(full, end + TRIAL));
                    source.check();
                    if (part == Part.WORDS) {
                        header.makePhrases();
                    }
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
     * Expands phrases, and words that are none, until the piece is full, the block ends, or few bytes are left at hand. One method, whose state stays in registers. What is next is
     * looked up before the bits are filled up, since enough are always left for that: so no look-up waits for bytes from memory.
     */
    private void words(int full) throws Unreadable {
        byte[] in = packed.bytes;
        byte[] out = window;
        long[] phrases = header.phrases();
        int[] lengths = header.lengths.entries;
        int[] distances = header.distances.entries;
        int safe = packed.safe();
        int next = packed.next;
        long bits = source.bits;
        int held = source.count;
        int at = end;
        int special = 0;
        bits |= (long) LONGS.get(in, next) << held;
        next += (63 - held) >>> 3;
        held |= BitSource.FULL;
        while (at < full && next <= safe) {
            long phrase = phrases[(int) bits & PHRASES];
            bits |= (long) LONGS.get(in, next) << held;
            next += (63 - held) >>> 3;
            held |= BitSource.FULL;
            int length;
            int from;
            if (phrase >= 0) {
                INTS.set(out, at, (int) (phrase >>> PhraseTable.LITERALS));
                at += (int) (phrase >>> PhraseTable.COUNT) & PhraseTable.COUNTS;
                length = (int) (phrase >>> PhraseTable.LENGTH) & PhraseTable.LENGTHS;
                from = at
                        - (int) (phrase >>> PhraseTable.DISTANCE)
                        - (int) ((bits & ~(-1L << phrase)) >>> (phrase >>> PhraseTable.BEFORE_DISTANCE));
                bits >>>= phrase;
                held -= (int) phrase & PhraseTable.TAKEN;
            } else {
                int entry = lengths[(int) bits & LENGTHS];
                if ((entry & WordTable.SPECIAL) != 0) {
                    entry = whole(lengths, entry, (int) (bits >>> BlockHeader.LENGTH_BITS) & LONG_LENGTHS);
                }
                long word = bits;
                bits >>>= entry;
                held -= entry & WordTable.TAKEN;
                if ((entry & WordTable.NO_LENGTH) != 0) {
                    if ((entry & WordTable.LITERAL) == 0) {
                        special = entry;
                        break;
                    }
                    out[at++] = (byte) (entry >>> WordTable.VALUE);
                    continue;
                }
                length = WordTable.value(entry, word);
                entry = distances[(int) bits & BlockHeader.DISTANCES];
                if ((entry & WordTable.SPECIAL) != 0) {
                    entry = whole(distances, entry, (int) (bits >>> BlockHeader.DISTANCE_BITS) & LONG_DISTANCES);
                }
                from = at - WordTable.value(entry, bits);
                bits >>>= entry;
                held -= entry & WordTable.TAKEN;
                if (from == at) {
                    special = WordTable.SPECIAL;
                    break;
                }
            }
            if ((from | (at - from - Long.BYTES)) < 0) {
                if (from < 0 && length > 0) {
                    special = WordTable.SPECIAL;
                    break;
                }
                repeat(out, at, at - from, length);
            } else {
                LONGS.set(out, at, (long) LONGS.get(out, from));
                for (int done = Long.BYTES; done < length; done += Long.BYTES) {
                    LONGS.set(out, at + done, (long) LONGS.get(out, from + done));
                }
            }
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

    /** Repeats what stands fewer than eight bytes before. */
    private static void repeat(byte[] out, int at, int distance, int length) {
        if (distance == 1) {
            Arrays.fill(out, at, at + length, out[at - 1]);
        } else {
            for (int to = at; to < at + length; to++) {
                out[to] = out[to - distance];
            }
        }
    }
}
