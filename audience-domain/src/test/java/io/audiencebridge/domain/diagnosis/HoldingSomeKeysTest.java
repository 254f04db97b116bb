// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingSomeKeysTest {
    private static final int KEYS = 10_000;

    @Test
    void which_keys_are_held_does_not_depend_on_their_order() {
        HeldKeys forwards = new HeldKeys(1_000, 3);
        HeldKeys backwards = new HeldKeys(1_000, 3);

        for (int i = 0; i < KEYS; i++) {
            forwards.add(i, 7, 0);
            backwards.add(KEYS - 1 - i, 7, 0);
        }

        assertThat(forwards.share()).isEqualTo(backwards.share()).isEqualTo(1.0 / 16);
        assertThat((double) forwards.size()).isCloseTo(KEYS * forwards.share(), within(120.0));
        for (int i = 0; i < KEYS; i++) {
            assertThat(forwards.find(i, 7) == HeldKeys.NONE).isEqualTo(backwards.find(i, 7) == HeldKeys.NONE);
        }
    }

    @Test
    void a_key_that_comes_again_is_held_once_with_its_rows() {
        HeldKeys held = new HeldKeys(1_000, 3);

        held.add(1, 2, 0);
        held.add(1, 2, 1);

        assertThat(held.size()).isEqualTo(1);
        assertThat(held.rows(held.find(1, 2))).isEqualTo(2);
    }

    @Test
    void whoever_opted_out_takes_the_key_from_all_who_have_it() {
        HeldKeys held = new HeldKeys(1_000, 3);
        held.add(1, 2, 0);

        held.suppress(held.find(1, 2));
        held.link(held.find(1, 2));

        assertThat(held.links(held.find(1, 2))).isNegative();
    }

    @Test
    void a_pool_keeps_keys_from_everywhere_whole() {
        KeyPool pool = new KeyPool(100, 3);

        for (int i = 0; i < KEYS; i++) {
            byte[] key = ("key " + i).getBytes(StandardCharsets.UTF_8);
            pool.offer(key, 0, key.length);
        }

        List<String> keys = pool.keys();
        assertThat(pool.offered()).isEqualTo(KEYS);
        assertThat(keys).doesNotHaveDuplicates().hasSizeBetween(40, 100).allMatch(key -> key.matches("key [0-9]+"));
        assertThat(pool.share()).isEqualTo((double) keys.size() / KEYS);
        assertThat(keys)
                .filteredOn(key -> Integer.parseInt(key.substring(4)) < KEYS / 2)
                .hasSizeBetween(keys.size() / 4, keys.size() * 3 / 4);
    }
}
