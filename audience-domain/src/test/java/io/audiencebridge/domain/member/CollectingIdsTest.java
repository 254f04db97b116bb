// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableSet;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectingIdsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_set_holds_and_subtracts_what_a_tree_set_does(long seed) {
        var random = new SplittableRandom(seed);
        var mine = ids(random, random.nextInt(200));
        var others = ids(random, random.nextInt(200));

        IdSet rest = set(mine).minus(set(others));

        var expected = new TreeSet<>(mine);
        expected.removeAll(others);
        assertThat(rest.size()).as("seed %d", seed).isEqualTo(expected.size());
        int index = 0;
        for (Id id : expected) {
            assertThat(new Id(rest.high(index), rest.low(index++))).isEqualTo(id);
            assertThat(set(mine).contains(id.high, id.low)).isTrue();
            assertThat(set(others).contains(id.high, id.low)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_id_is_found_where_it_stands_and_others_nowhere(long seed) {
        var random = new SplittableRandom(seed);
        var mine = ids(random, random.nextInt(1, 200));
        var others = ids(random, 200);
        others.removeAll(mine);

        IdSet set = set(mine);

        int index = 0;
        for (Id id : mine) {
            assertThat(set.indexOf(id.high, id.low)).as("seed %d", seed).isEqualTo(index++);
        }
        assertThat(others).isNotEmpty().allMatch(id -> set.indexOf(id.high, id.low) < 0);
    }

    @Test
    void in_an_empty_set_nothing_is_found() {
        assertThat(IdSet.EMPTY.indexOf(0, 0)).isNegative();
    }

    private static NavigableSet<Id> ids(SplittableRandom random, int count) {
        var ids = new TreeSet<Id>();
        for (int i = 0; i < count; i++) {
            ids.add(new Id(random.nextInt(-2, 2), random.nextInt(-40, 40)));
        }
        return ids;
    }

    private static IdSet set(NavigableSet<Id> ids) {
        var builder = new IdSetBuilder();
        ids.descendingSet().forEach(id -> builder.add(id.high, id.low).add(id.high, id.low));
        return builder.build();
    }

    private record Id(long high, long low) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            return high != other.high ? Long.compare(high, other.high) : Long.compareUnsigned(low, other.low);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && id.high == high && id.low == low;
        }

        @Override
        public int hashCode() {
            return Objects.hash(high, low);
        }
    }
}
