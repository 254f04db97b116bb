// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Distinct keys of members whose hashes begin alike, in the order of their hashes and without a gap, and beside each whom it names. Hashes are told apart by buckets of a few
 * keys; since a bucket stands for the first bits of its hashes, these are not held once more: a key takes 14 bytes, its mark 4 and its share of the buckets one or less.
 * Built by one thread, then read by many and marked atomically.
 */
final class MemberTable {
    /** The mark of a key that nobody was found to have. */
    static final int NOBODY = 0;

    /** The first bits of a hash, which buckets must tell, and the last ones, which stand in an array of their own. */
    static final int BUCKET_BITS = 16;

    /** A table without keys. */
    static final MemberTable NONE = new MemberTable(Long.SIZE - 1, new int[3], 0);

    private static final VarHandle MARKS = MethodHandles.arrayElementVarHandle(int[].class);

    private final int shift;
    private final int[] starts;
    private final int[] middles;
    private final short[] tails;
    private final long[] lows;
    private final int[] marks;

    /**
     * A table of {@code size} keys, which are still to be written.
     *
     * @param shift how far a hash is shifted to get the number of its bucket, of which the table has a power of two
     * @param starts where each bucket's keys begin, and where the last one's end
     */
    MemberTable(int shift, int[] starts, int size) {
        this.shift = shift;
        this.starts = starts;
        this.middles = new int[size + 1];
        this.tails = new short[size];
        this.lows = new long[size];
        this.marks = new int[size];
    }

    /** Writes a key while the table is being built. */
    void write(int slot, long hash, long low) {
        middles[slot] = middle(hash);
        tails[slot] = (short) hash;
        lows[slot] = low;
    }

    /** The bits after those that the bucket tells, in an order that needs no sign. */
    static int middle(long hash) {
        return (int) (hash >>> BUCKET_BITS) ^ Integer.MIN_VALUE;
    }

    /** Where keys of that hash's bucket begin; to be read early, so that the waits for memory overlap. */
    int start(long hash) {
        return starts[bucket(hash)];
    }

    /** Where they end. */
    int end(long hash) {
        return starts[bucket(hash) + 1];
    }

    /** {@link #middle} of the hash in a slot, or of none in the one behind the last; to be read early, too. */
    int middleAt(int slot) {
        return middles[slot];
    }

    /** The first slot from {@code start} on with that part of a hash, or {@code end}. */
    int seek(int start, int end, int middle) {
        int at = start;
        while (at < end && middles[at] < middle) {
            at++;
        }
        return at < end && middles[at] == middle ? at : end;
    }

    /** The slot of the key, from where {@link #seek} led; negative if it is not here. */
    int find(int slot, int end, long hash, long low) {
        int middle = middle(hash);
        for (int at = slot; at < end && middles[at] == middle; at++) {
            if (lows[at] == low && tails[at] == (short) hash) {
                return at;
            }
        }
        return -1;
    }

    /** How many keys there are. */
    int size() {
        return marks.length;
    }

    /** Whom the key in a slot names, as whoever marked it wrote it. */
    int mark(int slot) {
        return (int) MARKS.getAcquire(marks, slot);
    }

    /** Changes a mark unless somebody else did before. */
    boolean mark(int slot, int expected, int mark) {
        return MARKS.compareAndSet(marks, slot, expected, mark);
    }

    private int bucket(long hash) {
        return (int) (hash >>> shift) & (starts.length - 2);
    }
}
