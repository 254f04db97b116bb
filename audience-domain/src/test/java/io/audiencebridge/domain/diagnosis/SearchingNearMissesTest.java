// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.Secret;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchingNearMissesTest {
    private static final ReconciliationKey PLAIN =
            Declared.builder().field("crmId").build();
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final Interval NONE = new Interval(0, 0, 0);

    @Test
    void what_mends_more_rows_comes_first_and_rows_that_are_mended_count_once() {
        List<String> members = keys(0, 30, i -> "crm-" + i);
        members.addAll(keys(30, 40, i -> "\"CRM-" + i + "\""));
        members.addAll(keys(40, 50, i -> "CRM-" + i));

        List<NearMiss> found = search(PLAIN, members, keys(0, 50, i -> "CRM-" + i));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("letter-case", "untrimmed");
        assertThat(found).extracting(NearMiss::certainty).containsOnly(Certainty.LIKELY);
        assertThat(found.get(0).rate().estimate()).isCloseTo(30 / 50.0, within(1e-9));
        assertThat(found.get(1).rate().estimate()).isCloseTo(10 / 50.0, within(1e-9));
        assertThat(found.get(0).seen()).startsWith("The audience's ids are the recipients' in another case");
        assertThat(found.get(0).remedy()).startsWith("Write ids in one case on both sides");
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "2, 0"})
    void two_rows_that_match_may_be_chance_and_three_are_told(int rows, int told) {
        List<String> members = keys(0, rows, i -> "crm-" + i);
        members.addAll(keys(rows, 20, i -> "CRM-" + i));

        assertThat(search(PLAIN, members, keys(0, 20, i -> "CRM-" + i))).hasSize(told);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "4, 0"})
    void fewer_than_one_row_in_two_hundred_is_not_worth_a_word(int rows, int told) {
        List<String> members = keys(0, rows, i -> "crm-" + i);
        members.addAll(keys(rows, 1000, i -> "CRM-" + i));

        assertThat(search(PLAIN, members, keys(0, 1000, i -> "CRM-" + i))).hasSize(told);
    }

    @Test
    void rows_that_are_known_to_match_are_not_looked_at() {
        List<String> members = keys(0, 20, i -> "crm-" + i);
        BitSet matched = new BitSet();
        matched.set(0, 18);

        assertThat(search(PLAIN, members, matched, keys(0, 20, i -> "CRM-" + i)))
                .isEmpty();
    }

    @Test
    void without_recipients_or_without_members_that_are_left_nothing_is_found() {
        List<String> same = keys(0, 20, i -> "CRM-" + i);

        assertThat(search(PLAIN, same, List.of())).isEmpty();
        assertThat(search(PLAIN, same, same)).isEmpty();
        assertThat(search(PLAIN, List.of(), same)).isEmpty();
    }

    @Test
    void of_many_keys_every_so_many_are_looked_at_first() {
        List<String> members = keys(0, 6_000, i -> i % 3 == 0 ? "crm-" + i : "CRM-" + i);

        List<NearMiss> found = search(PLAIN, members, keys(0, 6_000, i -> "CRM-" + i));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("letter-case");
        assertThat(found.get(0).rate().estimate()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void five_transformations_are_told_at_most() {
        List<String> members = keys(0, 10, i -> "crm-" + i);
        members.addAll(keys(10, 20, i -> "' CRM-" + i + "'"));
        members.addAll(keys(20, 30, i -> "CRM%2D" + i));
        members.addAll(keys(30, 40, i -> "CRM%252D" + i));
        members.addAll(keys(40, 50, i -> KeyDigest.MD5.hex("CRM-" + i)));
        members.addAll(keys(50, 60, i -> KeyDigest.SHA1.hex("CRM-" + i)));

        List<NearMiss> found = search(PLAIN, members, keys(0, 60, i -> "CRM-" + i));

        assertThat(found)
                .extracting(NearMiss::transformation)
                .containsExactly("untrimmed", "url-encoded-twice", "url-encoded", "letter-case", "hashed-md5");
    }

    @Test
    void ids_under_another_vector_are_recognised() {
        DeclaredIdCipher ours = cipher("101112131415161718191a1b1c1d1e1f");
        DeclaredIdCipher theirs = cipher("f0e0d0c0b0a090807060504030201000");
        Declared key = Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(KeyForm.ENCRYPTED)
                .cipher(ours)
                .build();

        List<NearMiss> found = search(
                key,
                keys(0, 20, i -> theirs.encrypt("ann" + i + "@example.com")),
                keys(0, 20, i -> "Ann" + i + "@example.com"));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("other-vector");
        assertThat(found.get(0).rate()).isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void ids_that_cannot_be_decrypted_at_all_are_told() {
        DeclaredIdCipher ours = cipher("101112131415161718191a1b1c1d1e1f");
        Declared key = Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(KeyForm.ENCRYPTED)
                .cipher(ours)
                .build();
        List<String> strange = keys(0, 20, i -> KeyDigest.SHA256.hex("key " + i));

        List<NearMiss> found = search(key, strange, keys(0, 20, i -> "bob" + i + "@example.com"));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("undecipherable");
        assertThat(found.get(0).rate()).isEqualTo(new Interval(0, 0.5, 1));
    }

    @Test
    void numbers_in_scientific_notation_have_lost_their_digits_on_either_side() {
        List<String> members = keys(0, 10, i -> "1." + (10_000 + i) + "E+18");
        members.addAll(keys(10, 100, i -> "CRM-" + i));
        List<String> recipients = keys(10, 100, i -> "CRM-" + i);

        List<NearMiss> ofMembers = search(PLAIN, members, recipients);
        List<NearMiss> ofRecipients = search(PLAIN, recipients, members.subList(0, 90));

        assertThat(ofMembers).extracting(NearMiss::transformation).containsExactly("scientific-notation");
        assertThat(ofMembers.get(0).seen()).startsWith("The audience's ids");
        isClose(ofMembers.get(0).rate(), 0, 0.05, 0.1);
        assertThat(ofRecipients).extracting(NearMiss::transformation).containsExactly("scientific-notation");
        assertThat(ofRecipients.get(0).seen()).startsWith("The recipients' field");
        isClose(ofRecipients.get(0).rate(), 0, 0.5 * 10 / 90, 10 / 90.0);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 0"})
    void what_one_row_in_a_hundred_shows_is_not_worth_a_word(int rows, int told) {
        List<String> members = keys(0, rows, i -> "1." + (10_000 + i) + "E+18");
        members.addAll(keys(rows, 100, i -> "CRM-" + i));

        assertThat(search(PLAIN, members, keys(rows, 100, i -> "CRM-" + i))).hasSize(told);
    }

    @Test
    void fifteen_digits_and_zeros_are_a_spreadsheets_and_the_other_side_shows_whose_they_were() {
        IntFunction<String> whole = i -> 123_456_000_000_000_000L + i * 1_000L + 789 + "";
        IntFunction<String> rounded = i -> 123_456_000_000_000_000L + i * 1_000L + "";

        List<NearMiss> ofMembers = search(PLAIN, keys(0, 20, rounded), keys(0, 10, whole));
        List<NearMiss> ofRecipients = search(PLAIN, keys(0, 10, whole), keys(0, 20, rounded));

        assertThat(ofMembers).extracting(NearMiss::transformation).containsExactly("spreadsheet-precision");
        assertThat(ofMembers.get(0).seen()).endsWith("rounded them, and those digits are the recipients'.");
        isClose(ofMembers.get(0).rate(), 0.5, 0.5, 0.5);
        assertThat(ofRecipients).extracting(NearMiss::transformation).containsExactly("spreadsheet-precision");
        assertThat(ofRecipients.get(0).seen()).endsWith("rounded them, and those digits are the audience's.");
        isClose(ofRecipients.get(0).rate(), 1, 1, 1);
    }

    @Test
    void rounded_digits_that_nobody_has_promise_less() {
        IntFunction<String> rounded = i -> 123_456_000_000_000_000L + i * 1_000L + "";
        IntFunction<String> others = i -> 987_654_000_000_000_000L + i * 1_000L + 321 + "";

        List<NearMiss> ofMembers = search(PLAIN, keys(0, 20, rounded), keys(0, 10, others));
        List<NearMiss> ofRecipients = search(PLAIN, keys(0, 10, others), keys(0, 20, rounded));

        assertThat(ofMembers).extracting(NearMiss::transformation).containsExactly("spreadsheet-precision");
        assertThat(ofMembers.get(0).seen()).endsWith("a spreadsheet rounded them.");
        isClose(ofMembers.get(0).rate(), 0, 0.5, 1);
        assertThat(ofRecipients.get(0).seen()).endsWith("a spreadsheet rounded them.");
        isClose(ofRecipients.get(0).rate(), 0, 0.5, 1);
    }

    @Test
    void ids_of_another_kind_are_told_by_what_they_look_like() {
        List<NearMiss> found = search(PLAIN, keys(0, 20, i -> "4711" + i), keys(0, 20, i -> "CAFE" + hex(i)));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("another-key");
        assertThat(found.get(0).seen())
                .isEqualTo(
                        "The audience's ids are numbers, and the recipients' are 32 hexadecimal digits as they would travel:"
                                + " they are ids of another kind.");
        assertThat(found.get(0).rate()).isEqualTo(new Interval(0, 0, 1));
    }

    @Test
    void keys_that_are_refused_are_told_as_such() {
        List<NearMiss> found =
                search(PLAIN, keys(0, 20, i -> "4711" + i), keys(0, 20, i -> "bob" + i + "@example.com"));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("another-key");
        assertThat(found.get(0).seen()).contains("the recipients' are e-mail addresses, which cannot travel:");
    }

    @Test
    void members_that_are_no_valid_keys_are_ids_of_another_kind() {
        List<NearMiss> found = search(VISITOR, keys(0, 20, i -> "no id " + i), keys(0, 20, this::visitor));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("another-key");
        assertThat(found.get(0).seen()).contains("The audience's ids are texts of no common shape");
    }

    @Test
    void nobody_is_a_stranger_where_somebody_matched() {
        BitSet matched = new BitSet();
        matched.set(0);

        assertThat(search(PLAIN, keys(0, 20, i -> "4711" + i), matched, keys(0, 20, i -> "CAFE" + hex(i))))
                .isEmpty();
    }

    @Test
    void visitor_ids_without_one_in_common_may_be_uuids_or_another_organisations() {
        List<NearMiss> found = search(VISITOR, keys(0, 20, this::visitor), keys(100, 120, this::visitor));

        assertThat(found).extracting(NearMiss::transformation).containsExactly("aam-uuids", "other-organisation");
        assertThat(found).extracting(NearMiss::certainty).containsOnly(Certainty.POSSIBLE);
        assertThat(found).extracting(NearMiss::rate).containsOnly(new Interval(0, 0, 1));
    }

    @Test
    void declared_ids_without_one_in_common_may_be_another_organisations() {
        assertThat(search(PLAIN, keys(0, 20, i -> "4711" + i), keys(0, 20, i -> "815" + i)))
                .extracting(NearMiss::transformation)
                .containsExactly("other-organisation");
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "9, 0"})
    void a_lack_of_matches_means_something_once_ten_should_have_been_seen(int members, int told) {
        assertThat(search(PLAIN, keys(0, members, i -> "4711" + i), keys(0, 20, i -> "815" + i)))
                .hasSize(told);
    }

    private static List<NearMiss> search(ReconciliationKey key, List<String> members, List<String> recipients) {
        return search(key, members, new BitSet(), recipients);
    }

    private static List<NearMiss> search(
            ReconciliationKey key, List<String> members, BitSet matched, List<String> recipients) {
        Gain gain = new Gain(NONE, members.size(), OptionalLong.of(members.size()), 1, 0.95);
        return new NearMissSearch(key, members, matched, recipients, gain).found();
    }

    private static void isClose(Interval interval, double low, double estimate, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.estimate()).isCloseTo(estimate, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    private static List<String> keys(int from, int to, IntFunction<String> key) {
        return new ArrayList<>(IntStream.range(from, to).mapToObj(key).toList());
    }

    private String visitor(int number) {
        return "0838283088793483018901417707240" + (1_000_000 + number);
    }

    private static String hex(int number) {
        return String.format(Locale.ROOT, "%028X", number);
    }

    private static DeclaredIdCipher cipher(String vector) {
        return DeclaredIdCipher.of("crm", Secret.of("000102030405060708090a0b0c0d0e0f"), Secret.of(vector))
                .get();
    }
}
