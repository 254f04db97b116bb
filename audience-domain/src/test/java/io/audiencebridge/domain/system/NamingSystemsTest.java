// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingSystemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "campaign", "audience-manager", "crm2", "a-"})
    void a_name_is_lower_case_letters_digits_and_hyphens_and_prints_itself(String name) {
        assertThat(new SystemId(name)).hasToString(name);
        assertThat(new ConnectionName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Campaign", "2crm", "-a", "a b", "a/b", "a.b", "\u00fcber"})
    void a_name_that_no_address_could_carry_is_refused_and_told(String name) {
        assertThatThrownBy(() -> new SystemId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("System id '" + name + "' must be lower-case letters, digits and hyphens");
        assertThatThrownBy(() -> new ConnectionName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Connection name '" + name + "' must be lower-case letters, digits and hyphens");
    }

    @Test
    void a_connection_has_its_systems_name_by_default() {
        assertThat(ConnectionName.of(SystemId.AUDIENCE_MANAGER)).isEqualTo(new ConnectionName("audience-manager"));
    }
}
