// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.Violation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(Ecid.parse("08382830887934830189014177072406221371").get()).hasToString("Ecid[hidden]");
        assertThat(RecipientId.of(4711)).hasToString("RecipientId[hidden]");
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

    @Test
    void an_experience_cloud_id_is_two_numbers_of_19_digits() {
        Ecid id = Ecid.parse("08382830887934830189014177072406221371").get();
        byte[] text = "<08382830887934830189014177072406221371>".getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[Ecid.DIGITS];

        Ecid.write(id.high(), id.low(), out);

        assertThat(id).isEqualTo(new Ecid(838283088793483018L, 9014177072406221371L));
        assertThat(Ecid.high(text, 1)).isEqualTo(id.high());
        assertThat(Ecid.low(text, 1)).isEqualTo(id.low());
        assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo(id.digits());
    }

    @Test
    void digits_beyond_a_signed_number_are_written_as_they_were_read() {
        byte[] text = "9999999999999999999".repeat(2).getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[Ecid.DIGITS];

        Ecid.write(Ecid.high(text, 0), Ecid.low(text, 0), out);

        assertThat(out).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "12, has 2 characters",
        "x8382830887934830189014177072406221371, has something else than a digit at position 1",
        "0838283088793483018901417707240622137x, has something else than a digit at position 38",
        "0838283088793483018/014177072406221371, has something else than a digit at position 20",
        "083828308879348301:9014177072406221371, has something else than a digit at position 19"
    })
    void what_is_wrong_with_a_visitor_id_is_told_without_it(String text, String why) {
        assertThat(Ecid.parse(text).getLeft())
                .isEqualTo(new Violation(
                        "visitor id",
                        "An Experience Cloud id has exactly 38 decimal digits, leading zeros included; this one "
                                + why));
    }

    @Test
    void web_visitors_do_not_print_themselves() {
        assertThat(new WebVisitor.Cookies("AMCV_1=MCMID|0838")).hasToString("Cookies[hidden]");
        assertThat(new WebVisitor.HandedOver("https://example.com/?adobe_mc=MCMID%3D0838"))
                .hasToString("HandedOver[hidden]");
        assertThat(new WebVisitor.Known(new Ecid(838, 1)).toString()).doesNotContain("838");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, is a number beyond 64 bits",
        "00000000-0000-0000-0000-000000000001, is a UUID whose first half is all zeros or ones",
        "ffffffff-ffff-ffff-0000-000000000001, is a UUID whose first half is all zeros or ones",
        "12345678901234567890, is neither a whole number nor a UUID"
    })
    void what_is_wrong_with_a_recipient_id_is_told_without_it(String text, String why) {
        assertThat(RecipientId.parse(text).getLeft())
                .isEqualTo(
                        new Violation("recipient id", "A recipient id is a whole number or a UUID; this one " + why));
    }

    @Test
    void a_number_is_held_with_its_sign_in_both_halves() {
        assertThat(RecipientId.of(7)).isEqualTo(new RecipientId(0, 7));
        assertThat(RecipientId.of(-7)).isEqualTo(new RecipientId(-1, -7));
        assertThat(RecipientId.parse("-7").get()).isEqualTo(RecipientId.of(-7));
        assertThat(RecipientId.text(-1, -7)).isEqualTo("-7");
        assertThat(RecipientId.text(0, -7)).isEqualTo("00000000-0000-0000-ffff-fffffffffff9");
    }

    @Test
    void unique_ids_are_ordered_by_their_first_halves_and_then_by_their_second_ones() {
        assertThat(new RecipientId(1, 5)).isLessThan(new RecipientId(2, 4));
        assertThat(new RecipientId(1, 5)).isLessThan(new RecipientId(1, -5));
        assertThat(new RecipientId(1, 5)).isEqualByComparingTo(new RecipientId(1, 5));
    }
}
