// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTablesTest {
    private static final int KEYS = 30_000;
    private static final KeyHash HASH = new KeyHash(4711);

    /** So that one partition is one table, and many; buckets are crowded, and empty. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, KEYS, 3_000_000, 20_000_000})
    void every_key_is_found_in_a_place_of_its_own_however_many_were_expected(long expected) {
        MemberTables tables = new MemberTables(expected);

        int duplicate = build(tables, keys(1), keys(1), keys(2));

        assertThat(duplicate).isEqualTo(KEYS);
        assertThat(tables.keys()).isEqualTo(2 * KEYS);
        Set<List<Object>> places = new HashSet<>();
        for (long[] key : keys(1, 2)) {
            assertThat(slot(tables, key)).isNotNegative();
            places.add(List.of(tables.of(key[0]), slot(tables, key)));
        }
        assertThat(places).hasSize(2 * KEYS);
        assertThat(keys(3)).allMatch(key -> slot(tables, key) < 0);
    }

    @Test
    void keys_whose_hashes_differ_in_their_last_bits_alone_are_told_apart() {
        long hash = HASH.of(1, 1);
        List<long[]> alike = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            alike.add(new long[] {hash ^ (i * 1021L), 7});
        }
        MemberTables tables = new MemberTables(1);

        int duplicate = build(tables, alike, alike);

        assertThat(duplicate).isEqualTo(64);
        assertThat(alike).allMatch(key -> slot(tables, key) >= 0);
        assertThat(slot(tables, new long[] {hash ^ 1, 7})).isNegative();
        assertThat(slot(tables, new long[] {hash, 8})).isNegative();
    }

    @Test
    void a_table_is_small_whatever_the_number_of_members() {
        for (long keys = 4_000_000; keys < 200_000_000; keys *= 2) {
            MemberTables tables = new MemberTables(keys);

            assertThat(keys / ((long) tables.ofPartition() * MemberTables.PARTITIONS))
                    .isBetween(4000L, 10_000L);
        }
    }

    @Test
    void a_partition_that_is_given_up_has_no_keys_any_more() {
        MemberTables tables = new MemberTables(3_000_000);
        build(tables, keys(1));

        for (int partition = 1; partition < MemberTables.PARTITIONS; partition++) {
            tables.clear(partition);
        }

        assertThat(keys(1)).allMatch(key -> slot(tables, key) < 0 || MemberTables.partition(key[0]) == 0);
        assertThat(tables.keys()).isBetween(1L, KEYS / 64L);
    }

    @SafeVarargs
    private static int build(MemberTables tables, List<long[]>... rows) {
        KeyChunks[] partitions = KeyChunks.ofAllPartitions();
        for (List<long[]> some : rows) {
            some.forEach(key -> partitions[MemberTables.partition(key[0])].add(key, 2));
        }
        KeyFilter filter = new KeyFilter(KEYS);
        TableBuilder builder = new TableBuilder(tables, filter);
        int duplicate = 0;
        for (int partition = 0; partition < partitions.length; partition++) {
            duplicate += builder.build(partition, partitions[partition]);
        }
        return duplicate;
    }

    private static int slot(MemberTables tables, long[] key) {
        MemberTable table = tables.of(key[0]);
        int end = table.end(key[0]);
        return table.find(table.seek(table.start(key[0]), end, MemberTable.middle(key[0])), end, key[0], key[1]);
    }

    private static List<long[]> keys(int... highs) {
        List<long[]> keys = new ArrayList<>();
        for (int high : highs) {
            for (int low = 0; low < KEYS; low++) {
                keys.add(new long[] {HASH.of(high, low), low});
            }
        }
        return keys;
    }
}
