// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

/**
 * Says of most keys that no member has them, out of one byte a member, where the tables take twenty: most recipients are members of nothing, and need not be looked up. A key
 * sets four bits of one word. Words stand in the order of hashes, so that each belongs to one partition; partitions may be filled side by side.
 */
final class KeyFilter {
    private static final int KEYS_OF_WORD = 8;
    private static final int BIT = 6;

    private final long[] words;

    /** A filter for so many keys; more make it let more pass, and nothing else. */
    KeyFilter(long keys) {
        long ofPartition = keys / KEYS_OF_WORD / MemberTables.PARTITIONS + 1;
        this.words = new long[Math.toIntExact(ofPartition * MemberTables.PARTITIONS)];
    }

    /** Lets keys of that hash pass. One thread a partition. */
    void add(long hash) {
        words[word(hash)] |= bits(hash);
    }

    /**
     * Writes into {@code passing} which of the first {@code count} hashes a member may have, and says how many; no member has the others. Without a branch, so that waits for
     * memory overlap.
     */
    int sift(long[] hashes, int count, int[] passing) {
        int passed = 0;
        for (int i = 0; i < count; i++) {
            long bits = bits(hashes[i]);
            passing[passed] = i;
            long missing = (words[word(hashes[i])] & bits) ^ bits;
            passed += 1 - (int) ((missing | -missing) >>> (Long.SIZE - 1));
        }
        return passed;
    }

    private int word(long hash) {
        return (int) (((hash >>> Integer.SIZE) * words.length) >>> Integer.SIZE);
    }

    /** Of the hash's last bits, which have no part in where its word stands. */
    private static long bits(long hash) {
        return (1L << hash) | (1L << (hash >>> BIT)) | (1L << (hash >>> (2 * BIT))) | (1L << (hash >>> (3 * BIT)));
    }
}
