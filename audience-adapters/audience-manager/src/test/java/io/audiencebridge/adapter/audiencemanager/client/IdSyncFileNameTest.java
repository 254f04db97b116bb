// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of id-sync files; I-numbers are golden cases of the protocol page, section 8.3. */
final class IdSyncFileNameTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "I01, adobe_id_0_12345_1476312152.sync",
        "I02, adobe_id_12345_67890_1476312876.sync",
        "I05, c2c_id_123_898_1454442149.sync.gz",
        "three columns and a part, adobe_id_0_12345_67890_1476312876.sync.2.gz"
    })
    void a_valid_name_is_read_and_written_back(String golden, String name) {
        assertThat(IdSyncFileName.parse(name).get().text()).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "I06, adobe_id_123_898_1454442149.overwrite",
        "one column, adobe_id_123_1454442149.sync",
        "no prefix, 123_898_1454442149.sync",
        "encrypted, adobe_id_123_898_1454442149.sync.pgp",
        "nine digits, adobe_id_123_898_145444214.sync",
        "three columns of people, c2c_id_123_898_5_1454442149.sync"
    })
    void a_name_that_the_system_would_not_take_is_refused(String golden, String name) {
        assertThat(IdSyncFileName.parse(name).isLeft()).isTrue();
    }

    @Test
    void the_first_number_is_the_master() {
        IdSyncFileName name =
                IdSyncFileName.parse("adobe_id_0_12345_67890_1476312876.sync").get();

        assertThat(name.dataSources()).containsExactly(0L, 12345L, 67890L);
        assertThat(name.kind()).isEqualTo(IdSyncFileName.Kind.ADOBE_ID);
        assertThat(name.stamp()).isEqualTo(1476312876);
        assertThat(name.gzip()).isFalse();
    }
}
