// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Says of a key that it is surely not among those added, or that it may be: most recipients whom no member names never reach the database. Its size is fixed; when far too many
 * keys are added it lets everything through. Safe for use by several threads.
 */
final class Sieve {
    private static final int BITS_PER_KEY = 16;
    private static final int LEAST_WORDS = 1 << 10;
    private static final int MOST_WORDS = 1 << 27;

    private final AtomicLongArray words;
    private final int shift;
    private final long seed;

    /**
     * A sieve for about {@code keys} keys.
     *
     * @param most bytes that it may take
     * @param seed of its hash
     */
    Sieve(long keys, long most, long seed) {
        long wanted = Math.min(keys / (Long.SIZE / BITS_PER_KEY), most / Long.BYTES);
        int size = Integer.highestOneBit((int) Math.max(LEAST_WORDS, Math.min(MOST_WORDS, wanted)));
        this.words = new AtomicLongArray(size);
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        this.seed = seed;
    }

    void add(long high, long low) {
        mark(hash(high, low), 0);
    }

    /** Adds all of {@code rows}. */
    void addAll(PackedRows rows) {
        look(rows);
        for (int i = 0; i < rows.size; i++) {
            mark(rows.hash[i], rows.there[i]);
        }
    }

    /** Leaves in {@code rows} those that may be among the keys added. */
    void sift(PackedRows rows) {
        look(rows);
        int left = 0;
        for (int i = 0; i < rows.size; i++) {
            long bits = bits(rows.hash[i]);
            if ((rows.there[i] & bits) == bits) {
                rows.move(i, left++);
            }
        }
        rows.size = left;
    }

    /** Reads the words of all rows before one is used: the waits for memory overlap. */
    private void look(PackedRows rows) {
        for (int i = 0; i < rows.size; i++) {
            rows.hash[i] = hash(rows.high[i], rows.low[i]);
        }
        for (int i = 0; i < rows.size; i++) {
            rows.there[i] = words.getPlain(word(rows.hash[i]));
        }
    }

    private void mark(long hash, long before) {
        long bits = bits(hash);
        int word = word(hash);
        for (long seen = before; (seen & bits) != bits; ) {
            long witness = words.compareAndExchange(word, seen, seen | bits);
            if (witness == seen) {
                return;
            }
            seen = witness;
        }
    }

    private int word(long hash) {
        return (int) (hash >>> shift);
    }

    /** Three bits of one word: one wait for memory a key. */
    private static long bits(long hash) {
        return 1L << hash | 1L << (hash >>> 6) | 1L << (hash >>> 12);
    }

    private long hash(long high, long low) {
        return mix(high ^ mix(low ^ seed));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
