// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.Arrays;

/**
 * All tables of the members' distinct keys. Which one holds a key is said by the first bits of its hash: tables are small, so that the arrays they are made of fit into a
 * collector's regions without waste, and as many as the members need. Tables are built partition by partition, by several threads, each with its own {@link TableBuilder}.
 */
final class MemberTables {
    /** Into how many partitions members are laid out before tables are built; a hash's first bits say into which. */
    static final int PARTITIONS = 256;

    static final int PARTITION_BITS = 8;
    private static final int KEYS_OF_BUCKET = 4;
    private static final int BITS_OF_TABLE = 10;
    private static final int MOST_BITS = 28;

    private final int bucketBits;
    private final int tableBits;
    private final MemberTable[] tables;

    /** Tables, still without keys, for so many keys; others only make them slower or larger. */
    MemberTables(long keys) {
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, keys / KEYS_OF_BUCKET));
        this.bucketBits = Math.max(MemberTable.BUCKET_BITS, Math.min(MOST_BITS, bits));
        this.tableBits = Math.max(PARTITION_BITS, Math.min(MemberTable.BUCKET_BITS, bucketBits - BITS_OF_TABLE));
        this.tables = new MemberTable[1 << tableBits];
        Arrays.fill(tables, MemberTable.NONE);
    }

    static int partition(long hash) {
        return (int) (hash >>> (Long.SIZE - PARTITION_BITS));
    }

    /** The table where a key of that hash would be. */
    MemberTable of(long hash) {
        return tables[(int) (hash >>> (Long.SIZE - tableBits))];
    }

    /** How many tables a partition has. */
    int ofPartition() {
        return tables.length / PARTITIONS;
    }

    /** A table of a partition. */
    MemberTable at(int partition, int index) {
        return tables[partition * ofPartition() + index];
    }

    /** Puts a table in its place. */
    void put(int partition, int index, MemberTable table) {
        tables[partition * ofPartition() + index] = table;
    }

    /** Keys in all tables. */
    long keys() {
        long keys = 0;
        for (MemberTable table : tables) {
            keys += table.size();
        }
        return keys;
    }

    /** Gives a partition's tables up. */
    void clear(int partition) {
        Arrays.fill(tables, partition * ofPartition(), (partition + 1) * ofPartition(), MemberTable.NONE);
    }

    /** How far a hash is shifted to get the number of its bucket among all. */
    int shift() {
        return Long.SIZE - bucketBits;
    }

    /** How many buckets a table has. */
    int buckets() {
        return 1 << (bucketBits - tableBits);
    }
}
