// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.member.IdSet;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingNumbersTest {
    private static final int SHARES = 7;
    private static final int OF_SHARE = 9000;

    /** Close ones are sorted by bits, others by comparing; the largest span overflows a long. */
    @ParameterizedTest
    @ValueSource(longs = {1, 100, 100_000, 5_000_000, 100_000_000_000L, Long.MAX_VALUE})
    void numbers_of_any_span_come_out_in_order_and_each_once(long span) {
        for (long origin : new long[] {0, -span, Long.MIN_VALUE}) {
            SplittableRandom random = new SplittableRandom(span);
            long[][] shares = new long[SHARES][];
            for (int share = 0; share < SHARES; share++) {
                shares[share] = random.longs(OF_SHARE, 0, span)
                        .map(number -> origin + number)
                        .toArray();
            }
            long[] expected = Arrays.stream(shares)
                    .flatMapToLong(LongStream::of)
                    .distinct()
                    .sorted()
                    .toArray();
            int[] sizes = IntStream.generate(() -> OF_SHARE).limit(SHARES).toArray();

            IdSet sorted = SortedNumbers.of(new Crew(Runnable::run, 1), shares, sizes);

            assertThat(IntStream.range(0, sorted.size()).mapToLong(sorted::low).toArray())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void the_smallest_and_the_largest_number_are_in_one_set(long middle) {
        long[][] shares = {{Long.MAX_VALUE, middle}, {Long.MIN_VALUE, middle, Long.MAX_VALUE}};

        IdSet sorted = SortedNumbers.of(new Crew(Runnable::run, 1), shares, new int[] {2, 3});

        assertThat(IntStream.range(0, sorted.size()).mapToLong(sorted::low).toArray())
                .containsExactly(Long.MIN_VALUE, middle, Long.MAX_VALUE);
    }
}
