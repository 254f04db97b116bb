// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rewriting undoes one thing that happens to keys, and answers nothing for a key that it is not about. */
class RewritingKeysTest {
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "` ann `,ann",
                "\"ann\",ann",
                "'ann',ann",
                "`\t ann\u00a0`,ann",
                "\ufeffann,ann",
                "`ann ann`,``",
                "ann,``"
            })
    void blanks_and_quotation_marks_around_a_key_go(String key, String trimmed) {
        assertThat(Rewritings.trimmed(key)).isEqualTo(trimmed);
        assertThat(Rewritings.trimmedOrSame(key)).isEqualTo(trimmed.isEmpty() ? key : trimmed);
    }

    @ParameterizedTest
    @CsvSource({"+4930, 4930", "4930, ''", "+, ''"})
    void a_plus_sign_before_a_number_goes(String phone, String without) {
        assertThat(Rewritings.withoutPlus(phone)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({"ABCDEF09, abcdef09, abcdef09", "abc, '', abc", "XYZ, '', XYZ", "Abc-1, '', Abc-1", "12, '', 12"})
    void hexadecimal_digits_become_lower_case_and_nothing_else_does(String key, String lowered, String folded) {
        assertThat(Rewritings.lowerHex(key)).isEqualTo(lowered);
        assertThat(Rewritings.folded(key)).isEqualTo(folded);
    }

    @Test
    void letters_change_their_case_alike_in_every_country() {
        assertThat(Rewritings.lower("TITLE-Ä")).isEqualTo("title-ä");
        assertThat(Rewritings.upper("title-ä")).isEqualTo("TITLE-Ä");
        assertThat(Rewritings.same("As It Is ")).isEqualTo("As It Is ");
    }

    @ParameterizedTest
    @CsvSource({
        "ann.other@example.com, Ann.Other@example.com",
        "ann_other-third, Ann_Other-Third",
        "@example.com, @example.com",
        "7ann, 7ann"
    })
    void every_part_of_a_name_begins_with_a_capital(String key, String capitalised) {
        assertThat(Rewritings.capitalised(key)).isEqualTo(capitalised);
    }

    @ParameterizedTest
    @CsvSource({
        "ann%40example.com, ann@example.com, ''",
        "ann%2540example.com, ann%40example.com, ann@example.com",
        "%C3%BCber, über, ''",
        "%c3%bc, ü, ''",
        "plain, '', ''",
        "100%, '', ''",
        "a%4, '', ''",
        "a%4x, '', ''",
        "a%x4, '', ''",
        "%41, A, ''",
        "x%41%42y, xABy, ''",
        "%%41, %A, ''"
    })
    void a_key_is_decoded_as_addresses_are(String key, String once, String twice) {
        assertThat(Rewritings.urlDecoded(key)).isEqualTo(once);
        assertThat(Rewritings.urlDecodedTwice(key)).isEqualTo(twice);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann%40example.com, ann%2540example.com",
        "a b/ü, a%20b%2F%C3%BC, a%2520b%252F%25C3%25BC",
        "A-z_0.~, '', ''",
        "'\u0000', %00, %2500"
    })
    void a_key_is_encoded_as_addresses_are(String key, String once, String twice) {
        assertThat(Rewritings.urlEncoded(key)).isEqualTo(once);
        assertThat(Rewritings.urlEncodedTwice(key)).isEqualTo(twice);
    }

    @Test
    void bytes_in_base64_become_hexadecimal_digits() {
        assertThat(Rewritings.base64ToHex("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="))
                .isEqualTo(HASH);
        assertThat(Rewritings.base64ToHex("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"))
                .isEqualTo(HASH);
    }

    @ParameterizedTest
    @CsvSource({"21, false", "22, true", "23, true", "90, true", "91, false"})
    void only_what_is_as_long_as_a_digest_is_taken_for_base64(int length, boolean taken) {
        assertThat(Rewritings.base64ToHex("z".repeat(length)).isEmpty()).isEqualTo(!taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ba7816bf8f01cfea414140de5dae2223", "no base64 at all, is it?"})
    void what_is_no_base64_or_hexadecimal_already_is_left_alone(String key) {
        assertThat(Rewritings.base64ToHex(key)).isEmpty();
    }

    @Test
    void a_visitor_id_gets_the_leading_zeros_that_it_lost() {
        assertThat(Rewritings.visitorPadded("8".repeat(37))).isEqualTo("0" + "8".repeat(37));
        assertThat(Rewritings.visitorPadded("8".repeat(28))).isEqualTo("0".repeat(10) + "8".repeat(28));
        assertThat(Rewritings.visitorPadded("8".repeat(27))).isEmpty();
        assertThat(Rewritings.visitorPadded("8".repeat(38))).isEmpty();
        assertThat(Rewritings.visitorPadded("8".repeat(30) + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"007, 7", "0, 0", "000, 0", "70, 70", "7, 7", "x7, ''", "'', ''", "0x7, ''"})
    void a_number_loses_its_leading_zeros(String key, String unpadded) {
        assertThat(Rewritings.unpadded(key)).isEqualTo(unpadded);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890123456789, 123456789012345/19, false",
        "1234567890123450000, 123456789012345/19, true",
        "0001234567890123450000, 123456789012345/19, true",
        "123456789012345, '', false",
        "1234567890123450, 123456789012345/16, false",
        "12345678901234500, 123456789012345/17, false",
        "123456789012345000, 123456789012345/18, true",
        "123456789012345001, 123456789012345/18, false",
        "CRM-1, '', false"
    })
    void a_spreadsheet_keeps_fifteen_digits_of_a_number(String key, String kept, boolean lossy) {
        assertThat(Rewritings.kept(key)).isEqualTo(kept);
        assertThat(Rewritings.isLossy(key)).isEqualTo(lossy);
        assertThat(Rewritings.keptOfLossy(key)).isEqualTo(lossy ? kept : "");
    }

    @ParameterizedTest
    @CsvSource({
        "08382830887934830189014177072406221371, VISITOR",
        "0838283088793483018901417707240622137, NUMBER",
        "1.23457E+18, SCIENTIFIC",
        "'1,23457E+18', SCIENTIFIC",
        "1e5, SCIENTIFIC",
        "1234, NUMBER",
        "900150983cd24fb0d6963f7d28e17f72, HEX_32",
        "A9993E364706816ABA3E25717850C26C9CD0D89D, HEX_40",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, HEX_64",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f, HEX_128",
        "0123abcd-1f2e3, COOKIE",
        "123e4567-e89b-42d3-a456-426614174000, UUID",
        "ann@example.com, EMAIL",
        "+49 (30) 123-4567, PHONE",
        "CRM-1, OTHER",
        "'', OTHER"
    })
    void a_key_is_recognised_by_its_shape(String key, KeyShape shape) {
        assertThat(KeyShape.of(key)).isEqualTo(shape);
    }

    @Test
    void every_shape_is_told_in_words_of_its_own() {
        assertThat(KeyShape.values())
                .extracting(KeyShape::told)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(KeyShape.EMAIL.told()).isEqualTo("e-mail addresses");
    }

    @ParameterizedTest
    @CsvSource({"6, EMAIL", "5, OTHER", "10, EMAIL", "4, NUMBER", "0, NUMBER"})
    void the_shape_of_most_is_the_one_that_six_of_ten_have(int addresses, KeyShape most) {
        List<String> keys = IntStream.range(0, 10)
                .mapToObj(i -> i < addresses ? "ann" + i + "@example.com" : "" + i)
                .toList();

        assertThat(KeyShape.ofMost(keys)).isEqualTo(most);
        assertThat(KeyShape.EMAIL.shareOf(keys)).isEqualTo(addresses / 10.0);
    }

    @Test
    void no_keys_have_no_shape() {
        assertThat(KeyShape.ofMost(List.of())).isEqualTo(KeyShape.OTHER);
        assertThat(KeyShape.EMAIL.shareOf(List.of())).isZero();
    }

    @Test
    void what_nineteen_of_twenty_keys_of_one_side_begin_with_is_a_prefix() {
        List<String> members = IntStream.range(0, 20)
                .mapToObj(i -> i == 7 ? "stray" : "DE-" + (char) ('a' + i))
                .toList();
        List<String> recipients =
                IntStream.range(0, 20).mapToObj(i -> "" + (char) ('a' + i)).toList();

        Prefixes prefixes = Prefixes.of(members, recipients);

        assertThat(prefixes.ofMembers()).containsExactly(1, 2, 3);
        assertThat(prefixes.ofRecipients()).isEmpty();
        assertThat(prefixes.withoutMembers("DE-4711", 3)).isEqualTo("4711");
        assertThat(prefixes.withoutMembers("DE-4711", 2)).isEqualTo("-4711");
        assertThat(prefixes.withoutMembers("AT-4711", 3)).isEmpty();
    }

    @Test
    void a_prefix_of_the_recipients_is_found_likewise() {
        List<String> members =
                IntStream.range(0, 20).mapToObj(i -> "" + (char) ('a' + i)).toList();
        List<String> recipients =
                IntStream.range(0, 20).mapToObj(i -> "crm:" + (char) ('a' + i)).toList();

        Prefixes prefixes = Prefixes.of(members, recipients);

        assertThat(prefixes.ofMembers()).isEmpty();
        assertThat(prefixes.ofRecipients()).containsExactly(1, 2, 3, 4);
        assertThat(prefixes.withoutRecipients("crm:7", 4)).isEqualTo("7");
    }

    @Test
    void two_strays_of_twenty_or_fewer_keys_have_no_prefix() {
        List<String> members = IntStream.range(0, 20)
                .mapToObj(i -> i == 7 || i == 9 ? "stray" : "DE-" + (char) ('a' + i))
                .toList();

        assertThat(Prefixes.of(members, List.of()).ofMembers()).isEmpty();
        assertThat(Prefixes.of(members.subList(10, 20), List.of()).ofMembers()).isEmpty();
        assertThat(Prefixes.of(
                                IntStream.range(0, 19)
                                        .mapToObj(i -> "DE-" + (char) ('a' + i))
                                        .toList(),
                                List.of())
                        .ofMembers())
                .isEmpty();
    }

    @Test
    void what_both_sides_begin_with_is_no_prefix() {
        List<String> keys =
                IntStream.range(0, 20).mapToObj(i -> "DE-" + (char) ('a' + i)).toList();

        assertThat(Prefixes.of(keys, keys).ofMembers()).isEmpty();
        assertThat(Prefixes.of(keys, keys).ofRecipients()).isEmpty();
    }

    @Test
    void a_long_prefix_is_tried_up_to_24_characters() {
        List<String> members = IntStream.range(0, 20)
                .mapToObj(i -> "p".repeat(30) + (char) ('a' + i))
                .toList();

        assertThat(Prefixes.of(members, List.of()).ofMembers()).hasSize(24).endsWith(24);
    }

    @Test
    void digits_are_taken_from_a_number_only_where_enough_are_left_not_to_be_somebody_elses() {
        List<String> members =
                IntStream.range(0, 20).mapToObj(i -> "49" + (char) ('a' + i)).toList();
        Prefixes prefixes = Prefixes.of(members, List.of());

        assertThat(prefixes.withoutMembers("4912345678", 2)).isEqualTo("12345678");
        assertThat(prefixes.withoutMembers("491234567", 2)).isEmpty();
    }
}
