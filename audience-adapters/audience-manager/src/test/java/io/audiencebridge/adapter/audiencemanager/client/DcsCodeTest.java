// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.DcsCode.Effect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DcsCodeTest {
    @Test
    void every_documented_code_is_there_and_no_other() {
        assertThat(Arrays.stream(DcsCode.values()).map(DcsCode::number))
                .containsExactlyInAnyOrder(
                        0, 1, 2, 10, 100, 101, 102, 104, 109, 111, 171, 172, 173, 198, 199, 200, 201, 202, 203, 204,
                        205, 300, 301, 302, 303, 304, 306, 307, 309, 310, 311, 312, 313, 314, 315, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "311, CALL_DROPPED, false",
        "303, ID_DROPPED, true",
        "306, ID_DROPPED, true",
        "307, ID_DROPPED, true",
        "309, ID_DROPPED, false",
        "310, ID_DROPPED, false",
        "312, ID_DROPPED, false",
        "313, WARNING, false",
        "171, OPTED_OUT, false"
    })
    void a_code_says_what_became_of_the_call(int number, Effect effect, boolean denies) {
        DcsCode code = DcsCode.of(number);

        assertThat(code.number()).isEqualTo(number);
        assertThat(code.effect()).isEqualTo(effect);
        assertThat(code.denies()).isEqualTo(denies);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 305, 308, 999})
    void a_code_that_no_page_lists_keeps_its_number(int number) {
        DcsNotice notice = DcsNotice.of(number);

        assertThat(notice.code()).isEqualTo(DcsCode.UNLISTED);
        assertThat(notice.toString()).startsWith(number + " (");
    }
}
