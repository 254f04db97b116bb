// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingSecretsTest {
    @Test
    void a_secret_does_not_print_itself() {
        assertThat(Secret.of("swordfish")).hasToString("Secret[hidden]");
    }

    @Test
    void a_secret_reveals_its_value_where_it_is_asked_to() {
        assertThat(Secret.of("swordfish").reveal()).isEqualTo("swordfish");
    }

    @Test
    void a_caller_may_overwrite_its_own_characters() {
        char[] typed = "swordfish".toCharArray();
        Secret secret = Secret.of(typed);

        Arrays.fill(typed, 'x');

        assertThat(secret.reveal()).isEqualTo("swordfish");
    }

    @Test
    void a_closed_secret_reveals_nothing() {
        Secret secret = Secret.of("swordfish");

        secret.close();

        assertThatThrownBy(secret::reveal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void a_secret_tells_whether_it_was_closed_even_an_empty_one() {
        Secret secret = Secret.of("");
        assertThat(secret.isClosed()).isFalse();

        secret.close();

        assertThat(secret.isClosed()).isTrue();
    }

    @Test
    void closing_a_secret_overwrites_it() {
        Secret secret = Secret.of("abc");

        secret.close();

        assertThat(secret).isEqualTo(Secret.of("\0\0\0")).isNotEqualTo(Secret.of("abc"));
    }

    @Test
    void a_secret_without_a_character_is_empty() {
        assertThat(Secret.of("").isEmpty()).isTrue();
        assertThat(Secret.of(" ").isEmpty()).isFalse();
    }

    @Test
    void secrets_are_equal_by_their_value() {
        assertThat(Secret.of("a/b"))
                .isEqualTo(Secret.of("a/b".toCharArray()))
                .hasSameHashCodeAs(Secret.of("a/b"))
                .isNotEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/c", "b/b", "b/c", "a/", "a/bc", "", "c/b", "a/`", "A/b"})
    void a_secret_differs_from_one_that_differs_anywhere(String other) {
        assertThat(Secret.of("a/b")).isNotEqualTo(Secret.of(other));
    }

    @Test
    void the_hash_of_a_secret_tells_nothing_of_it() {
        assertThat(Secret.of("a/b")).hasSameHashCodeAs(Secret.of("swordfish"));
        assertThat(Secret.of("a/b").hashCode()).isEqualTo(Secret.class.hashCode());
    }
}
