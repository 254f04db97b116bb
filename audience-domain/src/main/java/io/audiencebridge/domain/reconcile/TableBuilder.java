// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.util.Arrays;

/**
 * Builds the tables of one partition after the other: keys are laid out by bucket, brought into order within theirs, which are few, and those that came again are left out.
 * Its room is used again for the next partition. Not thread-safe: one a thread.
 */
final class TableBuilder {
    private final MemberTables tables;
    private final KeyFilter filter;
    private final int[] ends;
    private long[] hashes = {};
    private long[] lows = {};
    private int kept;
    private int duplicate;

    /** Builds tables among {@code tables}, and adds every key to {@code filter}. */
    TableBuilder(MemberTables tables, KeyFilter filter) {
        this.tables = tables;
        this.filter = filter;
        this.ends = new int[tables.buckets() * tables.ofPartition() + 1];
    }

    /** Builds the tables of a partition out of its keys, of which each is there once then; says how many came again. */
    int build(int partition, KeyChunks chunks) {
        int keys = Math.toIntExact(chunks.keys());
        if (keys > hashes.length) {
            hashes = new long[keys];
            lows = new long[keys];
        }
        layOut(chunks);
        kept = 0;
        duplicate = 0;
        for (int table = 0; table < tables.ofPartition(); table++) {
            tables.put(partition, table, table(table * tables.buckets()));
        }
        return duplicate;
    }

    /** Afterwards the keys of each bucket end where {@code ends} says. */
    private void layOut(KeyChunks chunks) {
        Arrays.fill(ends, 0);
        chunks.each((longs, size) -> {
            for (int i = 0; i < size; i += 2) {
                ends[bucket(longs[i]) + 1]++;
            }
        });
        for (int bucket = 1; bucket < ends.length; bucket++) {
            ends[bucket] += ends[bucket - 1];
        }
        chunks.each((longs, size) -> {
            for (int i = 0; i < size; i += 2) {
                int at = ends[bucket(longs[i])]++;
                hashes[at] = longs[i];
                lows[at] = longs[i + 1];
            }
        });
    }

    private int bucket(long hash) {
        return (int) (hash >>> tables.shift()) & (ends.length - 2);
    }

    private MemberTable table(int firstBucket) {
        int first = kept;
        int[] starts = new int[tables.buckets() + 1];
        for (int bucket = 0; bucket < tables.buckets(); bucket++) {
            int from = firstBucket + bucket == 0 ? 0 : ends[firstBucket + bucket - 1];
            order(from, ends[firstBucket + bucket]);
            starts[bucket + 1] = kept - first;
        }
        MemberTable table = new MemberTable(tables.shift(), starts, kept - first);
        for (int key = first; key < kept; key++) {
            table.write(key - first, hashes[key], lows[key]);
            filter.add(hashes[key]);
        }
        return table;
    }

    /** Moves a bucket's keys down to those that are kept, in order, each once. */
    private void order(int from, int to) {
        int first = kept;
        for (int key = from; key < to; key++) {
            long hash = hashes[key];
            long low = lows[key];
            int at = kept;
            while (at > first && Long.compareUnsigned(hashes[at - 1], hash) > 0) {
                at--;
            }
            if (isThere(first, at, hash, low)) {
                duplicate++;
            } else {
                insert(at, hash, low);
            }
        }
    }

    private boolean isThere(int first, int end, long hash, long low) {
        for (int at = end - 1; at >= first && hashes[at] == hash; at--) {
            if (lows[at] == low) {
                return true;
            }
        }
        return false;
    }

    private void insert(int to, long hash, long low) {
        for (int at = kept; at > to; at--) {
            hashes[at] = hashes[at - 1];
            lows[at] = lows[at - 1];
        }
        hashes[to] = hash;
        lows[to] = low;
        kept++;
    }
}
