// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingDoublesTest {
    /** Evenly spread ids, few, many and more than fit; ids that all begin alike: at the first place, in the middle, and at the last one. */
    @ParameterizedTest
    @CsvSource({
        "10, -1, 0",
        "767, -1, 0",
        "60000, -1, 0",
        "3000, 0, -9223372036854775808",
        "3000, 0, 0",
        "3000, 0, 9223372036854775807",
        "4000, 4503599627370495, 9218868437227405312"
    })
    void every_id_is_new_once_and_all_come_out_sorted(int count, long mask, long begin) {
        SplittableRandom random = new SplittableRandom(count);
        IdHashSet set = new IdHashSet();
        TreeSet<Id> expected = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            Id id = new Id((random.nextLong() & mask) | begin, random.nextInt(count));
            set.touch(new long[] {id.high()}, 0, 1);

            assertThat(set.contains(id.high(), id.low())).isEqualTo(expected.contains(id));
            assertThat(set.add(id.high(), id.low())).isEqualTo(expected.add(id));
            assertThat(set.contains(id.high(), id.low())).isTrue();
        }

        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(ids(set.sorted())).containsExactlyElementsOf(expected);
    }

    @Test
    void the_id_of_zeros_is_one_like_any_other() {
        IdHashSet set = new IdHashSet();
        assertThat(set.contains(0, 0)).isFalse();

        List<Boolean> fresh = List.of(set.add(0, 1), set.add(0, 0), set.add(-1, -1), set.add(0, 0));

        assertThat(fresh).containsExactly(true, true, true, false);
        assertThat(set.size()).isEqualTo(3);
        assertThat(ids(set.sorted())).containsExactly(new Id(-1, -1), new Id(0, 0), new Id(0, 1));
    }

    @Test
    void touching_reads_the_places_of_ids_and_changes_nothing() {
        IdHashSet set = new IdHashSet();
        set.add(5, 7);
        set.add(1L << 60, 8);

        set.touch(new long[] {99, 5, 1L << 60, 99}, 1, 3);

        assertThat(set.touched()).isEqualTo(5 + (1L << 60));
        assertThat(ids(set.sorted())).containsExactly(new Id(5, 7), new Id(1L << 60, 8));
    }

    @Test
    void zeros_alone_and_nothing_at_all_are_sets_too() {
        IdHashSet zeros = new IdHashSet();
        zeros.add(0, 0);

        assertThat(zeros.contains(0, 0)).isTrue();
        assertThat(ids(zeros.sorted())).containsExactly(new Id(0, 0));
        assertThat(ids(new IdHashSet().sorted())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40000, -1", "1000, -1", "5000, 255", "5000, 0", "5000, 72057594037927935"})
    void an_id_is_found_in_a_large_set_however_ids_are_spread(int count, long mask) {
        SplittableRandom random = new SplittableRandom(count);
        IdSetBuilder builder = new IdSetBuilder();
        for (int i = 0; i < count; i++) {
            builder.add(random.nextLong() & mask, random.nextLong());
        }

        IdSet set = builder.build();

        for (int i = 0; i < set.size(); i++) {
            assertThat(set.indexOf(set.high(i), set.low(i))).isEqualTo(i);
        }
        assertThat(set.indexOf(Long.MIN_VALUE, 0)).isNegative();
        assertThat(set.indexOf(Long.MAX_VALUE, -1)).isNegative();
        for (int i = 0; i < 1000; i++) {
            assertThat(set.contains(random.nextLong() & mask, random.nextLong()))
                    .isFalse();
        }
    }

    private static List<Id> ids(IdSet set) {
        List<Id> ids = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            ids.add(new Id(set.high(i), set.low(i)));
        }
        return ids;
    }

    private record Id(long high, long low) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            return IdSet.compare(high, low, other.high, other.low);
        }
    }
}
