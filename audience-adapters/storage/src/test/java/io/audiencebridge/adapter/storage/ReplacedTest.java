// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ReplacedTest {
    private static final long SEED = 4711;
    private static final long LAST_NEAR = (1L << 26) - 1;
    private static final long[] NO_HIGHS = {};
    private static final long[] IDS = {
        0,
        1,
        63,
        64,
        65,
        1_000_000,
        LAST_NEAR,
        LAST_NEAR + 1,
        Integer.MAX_VALUE,
        1L << 40,
        Long.MAX_VALUE,
        -1,
        Long.MIN_VALUE
    };

    @Test
    void every_id_that_was_added_is_there_and_no_other() {
        for (int added = 0; added < IDS.length; added++) {
            Replaced replaced = new Replaced(SEED);
            replaced.add(0, IDS[added]);

            int[] rows = new int[IDS.length];
            int found = replaced.find(NO_HIGHS, IDS, IDS.length, rows);

            assertThat(Arrays.copyOf(rows, found)).containsExactly(added);
            assertThat(replaced.has(0, IDS[added])).isTrue();
            assertThat(replaced.has(1, IDS[added])).isFalse();
        }
    }

    @Test
    void first_halves_tell_ids_apart() {
        Replaced replaced = new Replaced(SEED);
        replaced.add(0, 5);
        replaced.add(-1, 6);
        replaced.add(7, 0);

        int[] rows = new int[6];
        int found = replaced.find(new long[] {0, 1, -1, 0, 7, 0}, new long[] {5, 5, 6, 6, 0, 0}, 6, rows);

        assertThat(Arrays.copyOf(rows, found)).containsExactly(0, 2, 4);
    }

    @Test
    void many_are_found_among_more_whatever_their_numbers() {
        for (long first : new long[] {0, LAST_NEAR - 5_000, 1L << 33}) {
            Replaced replaced = new Replaced(SEED);
            long[] all = LongStream.range(first, first + 10_000).toArray();
            LongStream.of(all).filter(id -> id % 3 == 0).forEach(id -> replaced.add(0, id));

            int[] rows = new int[all.length];
            int found = replaced.find(NO_HIGHS, all, all.length, rows);

            assertThat(Arrays.stream(rows, 0, found).mapToLong(row -> all[row]).toArray())
                    .isEqualTo(LongStream.of(all).filter(id -> id % 3 == 0).toArray());
        }
    }

    @Test
    void what_is_added_to_a_copy_is_not_added_to_what_it_was_copied_from() {
        Replaced before = new Replaced(SEED);
        before.add(0, 5);
        Replaced after = before.copy();
        after.add(0, 6);
        after.add(3, 6);

        assertThat(before.has(0, 6)).isFalse();
        assertThat(before.has(3, 6)).isFalse();
        assertThat(after.has(0, 5)).isTrue();
        assertThat(after.has(3, 6)).isTrue();
    }
}
