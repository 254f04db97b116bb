// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What keeps look-ups few and fair: a filter that drops strangers, and a hash that spreads whatever comes. */
class FilteringKeysTest {
    private static final int KEYS = 20_000;
    private static final KeyHash HASH = new KeyHash(5);

    @Test
    void every_key_that_was_added_passes_and_of_the_others_few_do() {
        KeyFilter filter = new KeyFilter(KEYS);
        long[] members = hashes(1);
        long[] strangers = hashes(2);
        LongStream.of(members).forEach(filter::add);
        int[] passing = new int[KEYS];

        assertThat(filter.sift(members, KEYS, passing)).isEqualTo(KEYS);
        assertThat(filter.sift(strangers, KEYS, passing)).isBetween(1, KEYS / 20);
    }

    @Test
    void what_passes_is_named_by_its_place_among_the_hashes_and_nothing_behind_the_count_is_looked_at() {
        KeyFilter filter = new KeyFilter(KEYS);
        long[] mixed = hashes(2);
        filter.add(mixed[3]);
        filter.add(mixed[7]);
        filter.add(mixed[10]);
        int[] passing = new int[10];

        assertThat(filter.sift(mixed, 10, passing)).isEqualTo(2);
        assertThat(passing).startsWith(3, 7);
    }

    @Test
    void an_empty_filter_lets_nobody_pass() {
        assertThat(new KeyFilter(0).sift(hashes(1), KEYS, new int[KEYS])).isZero();
    }

    /** So that nobody who does not know the seed can choose keys whose hashes begin, or end, alike. */
    @Test
    void every_bit_of_a_key_turns_about_half_of_the_bits_of_its_hash() {
        int samples = 1000;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            int[] ofHigh = new int[Long.SIZE];
            int[] ofLow = new int[Long.SIZE];
            SplittableRandom random = new SplittableRandom(bit);
            for (int sample = 0; sample < samples; sample++) {
                long high = random.nextLong();
                long low = random.nextLong();
                count(HASH.of(high, low) ^ HASH.of(high ^ (1L << bit), low), ofHigh);
                count(HASH.of(high, low) ^ HASH.of(high, low ^ (1L << bit)), ofLow);
            }
            assertAboutHalf(ofHigh, "first", bit);
            assertAboutHalf(ofLow, "last", bit);
        }
    }

    @Test
    void another_seed_gives_another_hash() {
        assertThat(new KeyHash(6).of(1, 2)).isNotEqualTo(HASH.of(1, 2));
        assertThat(new KeyHash(5).of(1, 2)).isEqualTo(HASH.of(1, 2));
    }

    private static void assertAboutHalf(int[] turned, String half, int bit) {
        for (int times : turned) {
            assertThat(times).as("of 1000, by bit %s of the %s half", bit, half).isBetween(400, 600);
        }
    }

    private static void count(long turned, int[] bits) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits[bit] += (int) ((turned >>> bit) & 1);
        }
    }

    private static long[] hashes(long high) {
        return LongStream.range(0, KEYS).map(low -> HASH.of(high, low)).toArray();
    }
}
