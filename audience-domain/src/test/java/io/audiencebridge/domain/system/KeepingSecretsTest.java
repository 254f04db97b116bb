// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeepingSecretsTest {
    @Test
    void a_secret_does_not_print_itself() {
        assertThat(Secret.of("swordfish")).hasToString("Secret[hidden]");
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
    void secrets_are_equal_by_their_value() {
        assertThat(Secret.of("a/b")).isEqualTo(Secret.of("a/b".toCharArray())).isNotEqualTo(Secret.of("a/c"));
    }
}
