// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortingIdsTest {
    /** Evenly spread ids, ids that share their first bits, and ids of which all but some are the same. */
    @ParameterizedTest
    @CsvSource({"100000, -1", "5000, -1", "4095, -1", "100000, 255", "50000, 0", "20000, 72057594037927935"})
    void ids_are_sorted_and_distinct_however_they_are_spread(int count, long mask) {
        SplittableRandom random = new SplittableRandom(count);
        IdSetBuilder builder = new IdSetBuilder();
        TreeSet<Id> expected = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            Id id = new Id(random.nextLong() & mask, random.nextInt(10) == 0 ? 7 : random.nextLong());
            builder.add(id.high(), id.low());
            expected.add(id);
            if (i % 50 == 0) {
                builder.add(id.high(), id.low());
            }
        }

        IdSet ids = builder.build();

        assertThat(ids.size()).isEqualTo(expected.size());
        int at = 0;
        for (Id id : expected) {
            assertThat(ids.high(at) == id.high() && ids.low(at) == id.low()).isTrue();
            at++;
        }
    }

    private record Id(long high, long low) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            return IdSet.compare(high, low, other.high, other.low);
        }
    }
}
