// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * One partition of the members' distinct keys, in the order of their hashes, so that whoever looks for a key that is not there stops at the first larger hash. Beside each
 * key stands whom it names. Built by one thread, then read by many and marked atomically.
 */
final class MemberTable {
    /** How many tables there are; a hash's first bits say in which it stands. */
    static final int PARTITIONS = 256;

    /** The mark of a key that nobody was found to have. */
    static final int NOBODY = 1;

    private static final int PARTITION_BITS = 8;
    private static final int FREE = 0;
    private static final long EMPTY = -1;
    private static final double LOAD = 0.85;
    private static final int FIRST_TAIL = 64;
    private static final VarHandle MARKS = MethodHandles.arrayElementVarHandle(int[].class);

    /** A table without keys. */
    static final MemberTable NONE = new MemberTable(1, 1);

    private final long capacity;
    private final long[] hashes;
    private final long[] lows;
    private final int[] marks;
    private long duplicate;

    private MemberTable(long capacity, int tail) {
        int slots = Math.toIntExact(capacity + tail);
        this.capacity = capacity;
        this.hashes = new long[slots];
        this.lows = new long[slots];
        this.marks = new int[slots];
        Arrays.fill(hashes, EMPTY);
    }

    /** A table of the keys in {@code chunks}, each once. */
    static MemberTable of(KeyChunks chunks) {
        long capacity = (long) (chunks.keys() / LOAD) + 1;
        for (int tail = FIRST_TAIL; ; tail *= 2) {
            MemberTable table = new MemberTable(capacity, tail);
            if (chunks.all(table::add)) {
                return table;
            }
        }
    }

    static int partition(long hash) {
        return (int) (hash >>> (Long.SIZE - PARTITION_BITS));
    }

    /** Where a key of that hash begins to be looked for. */
    int slot(long hash) {
        return (int) (((hash << PARTITION_BITS >>> Integer.SIZE) * capacity) >>> Integer.SIZE);
    }

    /** The hash in a slot; reading it early hides the time that memory takes. */
    long hash(int slot) {
        return hashes[slot];
    }

    /** The first slot from {@code slot} on with a hash that is not smaller. */
    int seek(int slot, long hash) {
        int at = slot;
        while (Long.compareUnsigned(hashes[at], hash) < 0) {
            at++;
        }
        return at;
    }

    /** The slot of the key, from where {@link #seek} led; negative if it is not here. */
    int find(int slot, long hash, long low) {
        for (int at = slot; at < hashes.length && hashes[at] == hash; at++) {
            if (lows[at] == low && marks[at] != FREE) {
                return at;
            }
        }
        return -1;
    }

    /** Adds every key to {@code filter}. */
    void addTo(KeyFilter filter) {
        for (int slot = 0; slot < marks.length; slot++) {
            if (marks[slot] != FREE) {
                filter.add(hashes[slot]);
            }
        }
    }

    /** Slots, used or not. */
    int slots() {
        return marks.length;
    }

    /** Whom the key in a slot names, as whoever marked it wrote it; 0 if no key is there. */
    int mark(int slot) {
        return (int) MARKS.getAcquire(marks, slot);
    }

    /** Changes a mark unless somebody else did before. */
    boolean mark(int slot, int expected, int mark) {
        return MARKS.compareAndSet(marks, slot, expected, mark);
    }

    /** Keys that came again. */
    long duplicate() {
        return duplicate;
    }

    /** The last slot stays free, so that every search ends. */
    private boolean add(long hash, long low) {
        int slot = seek(slot(hash), hash);
        if (find(slot, hash, low) >= 0) {
            duplicate++;
            return true;
        }
        int free = slot;
        while (marks[free] != FREE) {
            free++;
        }
        if (free >= hashes.length - 1) {
            return false;
        }
        System.arraycopy(hashes, slot, hashes, slot + 1, free - slot);
        System.arraycopy(lows, slot, lows, slot + 1, free - slot);
        hashes[slot] = hash;
        lows[slot] = low;
        marks[free] = NOBODY;
        return true;
    }
}
