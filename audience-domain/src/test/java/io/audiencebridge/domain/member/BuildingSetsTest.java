// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildingSetsTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 3, 100})
    void a_builder_takes_more_than_it_was_told_to_expect(int expected) {
        IdSetBuilder builder = new IdSetBuilder(expected);

        builder.add(0, 3).add(0, 1).add(-1, -2).add(0, 3);

        assertThat(ids(builder.build())).containsExactly("-1/-2", "0/1", "0/3");
    }

    @Test
    void what_is_added_after_a_set_was_built_is_in_the_next_one() {
        IdSetBuilder builder = new IdSetBuilder().add(0, 5).add(0, 5);
        IdSet numbers = builder.build();
        builder.add(0, 4);
        IdSet more = builder.build();
        builder.add(9, 1).add(9, 1);
        IdSet wide = builder.build();
        builder.add(-9, 1);

        assertThat(ids(numbers)).containsExactly("0/5");
        assertThat(ids(more)).containsExactly("0/4", "0/5");
        assertThat(ids(wide)).containsExactly("0/4", "0/5", "9/1");
        assertThat(ids(builder.build())).containsExactly("-9/1", "0/4", "0/5", "9/1");
    }

    @Test
    void numbers_keep_their_sign_when_a_longer_id_joins_them() {
        IdSetBuilder builder = new IdSetBuilder();

        builder.add(-1, -7).add(0, 7).add(5, 0);

        assertThat(ids(builder.build())).containsExactly("-1/-7", "0/7", "5/0");
    }

    @Test
    void second_halves_are_ordered_without_a_sign() {
        assertThat(ids(new IdSetBuilder().add(4, -1).add(4, 1).add(-4, -1).build()))
                .containsExactly("-4/-1", "4/1", "4/-1");
    }

    @Test
    void a_set_of_sorted_numbers_is_taken_as_it_is() {
        IdSet set = IdSet.ofSorted(new long[] {-2, 0, 7});

        assertThat(ids(set)).containsExactly("-1/-2", "0/0", "0/7");
        assertThat(set.contains(0, 7)).isTrue();
        assertThat(set.contains(-1, 7)).isFalse();
        assertThat(set.contains(0, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 100, 1000, 4095})
    void a_few_ids_in_any_order_are_sorted(int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(count));
        IdSetBuilder builder = new IdSetBuilder();
        order.forEach(i -> builder.add(1 + i / 3, i % 3));

        IdSet set = builder.build();

        assertThat(set.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(set.high(i)).isEqualTo(1 + i / 3);
            assertThat(set.low(i)).isEqualTo(i % 3);
        }
    }

    @Test
    void evenly_spread_ids_are_sorted_by_place_once_there_are_4096() {
        SplittableRandom random = new SplittableRandom(1);
        long[] high = random.longs(4096).toArray();
        long[] low = random.longs(4096).toArray();

        assertThat(SpreadIds.sort(high, low, 4095)).isFalse();
        assertThat(SpreadIds.sort(high, low, 4096)).isTrue();

        assertThat(high).isSorted();
    }

    @Test
    void crowded_ids_are_not_sorted_by_place_and_stay_as_they_are() {
        SplittableRandom random = new SplittableRandom(1);
        long[] high = random.longs(5_000).map(one -> one >>> 40).toArray();
        long[] before = high.clone();

        assertThat(SpreadIds.sort(high, new long[5_000], 5_000)).isFalse();
        assertThat(high).isEqualTo(before);
    }

    @Test
    void a_few_alike_do_not_make_a_place_crowded() {
        SplittableRandom random = new SplittableRandom(1);
        long[] high = random.longs(5_000).toArray();
        long[] low = random.longs(5_000).toArray();
        Arrays.fill(high, 0, 40, high[0]);

        assertThat(SpreadIds.sort(high, low, 5_000)).isTrue();

        for (int i = 1; i < high.length; i++) {
            assertThat(IdSet.compare(high[i - 1], low[i - 1], high[i], low[i])).isNegative();
        }
    }

    @Test
    void all_of_a_set_is_added_and_what_another_holds_is_taken_out() {
        IdSet one = new IdSetBuilder().add(0, 1).add(5, 2).add(5, 3).build();
        IdSet other = new IdSetBuilder().add(5, 2).add(6, 6).build();

        assertThat(ids(new IdSetBuilder().addAll(one).addAll(other).build()))
                .containsExactly("0/1", "5/2", "5/3", "6/6");
        assertThat(ids(one.minus(other))).containsExactly("0/1", "5/3");
        assertThat(ids(other.minus(one))).containsExactly("6/6");
        assertThat(ids(one.minus(IdSet.EMPTY))).isEqualTo(ids(one));
        assertThat(IdSet.EMPTY.minus(one).size()).isZero();
    }

    private static List<String> ids(IdSet set) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            ids.add(set.high(i) + "/" + set.low(i));
        }
        return ids;
    }
}
