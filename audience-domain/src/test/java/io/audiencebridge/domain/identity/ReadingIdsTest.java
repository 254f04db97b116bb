// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08382830887934830189014177072406221371",
                "00000000000000000000000000000000000000",
                "99999999999999999999999999999999999999"
            })
    void an_experience_cloud_id_keeps_all_its_digits(String digits) {
        assertThat(Ecid.parse(digits).get().digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8382830887934830189014177072406221371",
                "083828308879348301890141770724062213710",
                "0838283088793483018901417707240622137x",
                "0838283088793483018901417707240622137\u0661",
                "5976755918126206006"
            })
    void anything_else_than_38_digits_is_no_experience_cloud_id(String text) {
        var parsed = Ecid.parse(text);

        assertThat(parsed.isLeft()).isTrue();
        assertThat(parsed.getLeft().message()).contains("exactly 38 decimal digits");
    }

    @Test
    void ids_of_people_do_not_print_themselves() {
        assertThat(Ecid.parse("08382830887934830189014177072406221371").get().toString())
                .doesNotContain("083");
        assertThat(RecipientId.of(4711).toString()).doesNotContain("4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1001",
                "-7",
                "9223372036854775807",
                "-9223372036854775808",
                "123e4567-e89b-42d3-a456-426614174000"
            })
    void a_recipient_id_is_written_as_it_was_read(String text) {
        assertThat(RecipientId.parse(text).get().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.5", "9223372036854775808", "00000000-0000-0000-0000-000000000001"})
    void what_is_neither_number_nor_uuid_is_no_recipient_id(String text) {
        assertThat(RecipientId.parse(text).isLeft()).isTrue();
    }

    @Test
    void negative_recipient_ids_come_before_positive_ones() {
        assertThat(RecipientId.of(-5)).isLessThan(RecipientId.of(-4)).isLessThan(RecipientId.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5BFE274A5F6980A50A495C08@AdobeOrg", "C538193582390300A495CC9@AdobeOrg"})
    void an_organisation_id_may_have_23_or_24_characters(String text) {
        assertThat(ImsOrgId.parse(text).get().value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5BFE274A5F6980A50A495C08", "@AdobeOrg", "5BFE 274A@AdobeOrg", "5BFE@adobeorg"})
    void an_organisation_id_needs_its_suffix(String text) {
        assertThat(ImsOrgId.parse(text).getLeft().message()).contains("@AdobeOrg");
    }
}
