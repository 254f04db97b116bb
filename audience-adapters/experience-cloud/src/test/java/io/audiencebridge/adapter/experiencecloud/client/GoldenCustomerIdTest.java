// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases C4, C5, C6, C16 and C18 of the protocol page, and the rules around them. */
class GoldenCustomerIdTest {
    private static final IntegrationCode CRM = new IntegrationCode("crm");

    @Test
    void c4_four_ids_with_their_states() {
        String query = "d_cid_ic=loginidhash%0197717%010&d_cid_ic=xboxlivehash%011629158955%011"
                + "&d_cid_ic=psnidhash%011144032295%012&d_cid=pushid%01testPushId%011";

        Seq<CustomerId> ids = CustomerIds.ofRequest(query);

        assertThat(ids.map(id -> id.namespace().code()).asJava())
                .isEqualTo(List.of("loginidhash", "xboxlivehash", "psnidhash", "pushid"));
        assertThat(ids.map(CustomerId::state).asJava())
                .isEqualTo(List.of(
                        AuthenticationState.UNKNOWN,
                        AuthenticationState.AUTHENTICATED,
                        AuthenticationState.LOGGED_OUT,
                        AuthenticationState.AUTHENTICATED));
        assertThat(CustomerIds.query(ids)).isEqualTo(query);
        assertThat(CustomerIds.ofStore(query)).isEqualTo(ids);
    }

    @ParameterizedTest(name = "C5 {0}")
    @CsvSource({"d_cid_ic=login%0197717, true", "d_cid_ic=login%0197717%01x, false"})
    void c5_a_missing_state_is_unknown_in_a_request_and_a_reason_to_drop_the_id_in_a_store(String text, boolean known) {
        assertThat(CustomerIds.ofStore(text)).isEmpty();
        assertThat(CustomerIds.ofRequest(text).map(CustomerId::state).asJava())
                .isEqualTo(known ? List.of(AuthenticationState.UNKNOWN) : List.of());
    }

    @Test
    void c6_equals_signs_in_an_id_are_kept() {
        assertThat(CustomerIds.ofStore("d_cid_ic=login%01dGVzdA==%011")
                        .map(CustomerId::id)
                        .asJava())
                .isEqualTo(List.of("dGVzdA=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b+c%41%01&=?/#@", "\u00e4\u6f22\ud83d\ude00", "ann@example.com", "100%"})
    void an_id_is_encoded_exactly_once(String id) {
        CustomerId customer = CustomerId.of(CRM, id, AuthenticationState.AUTHENTICATED);

        String parameter = customer.parameter();

        assertThat(parameter).startsWith("d_cid_ic=crm%01").endsWith("%011").doesNotContain(" ", "+", "\u0001");
        assertThat(CustomerIds.ofRequest(parameter).asJava()).isEqualTo(List.of(customer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0001b", "a\nb"})
    void an_id_that_is_blank_or_has_a_control_character_is_none(String id) {
        assertThat(CustomerId.of(CRM, id, AuthenticationState.UNKNOWN).violation())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d_cid=1%01%f",
                "d_cid=1%01a%011%01",
                "d_cid=%01a%011",
                "d_mid=1%01a%011",
                "d_cid",
                "=",
                "d_cid=",
                "%"
            })
    void what_cannot_be_read_is_dropped(String query) {
        assertThat(CustomerIds.ofRequest(query)).isEmpty();
    }

    @ParameterizedTest(name = "C16 {0}")
    @CsvSource({
        "test1@test.com, ca95d3148cd18273e48e84167a465de77b65a72ac3ae0d4bd84dd175c390abe2",
        "'  Test1@TEST.com ', ca95d3148cd18273e48e84167a465de77b65a72ac3ae0d4bd84dd175c390abe2",
        "ecid@adobe.com, a6ea4cde5da5ae7cc68baae894d1d6544fca26254433b0fff7c2cb4843b4a097"
    })
    void c16_an_id_is_hashed_as_the_browser_library_does(String id, String hash) {
        assertThat(CustomerId.of(CRM, id, AuthenticationState.UNKNOWN).hashed().id())
                .isEqualTo(hash);
    }

    @Test
    void c18_a_declared_id_is_encrypted_both_ways() {
        DeclaredIdCipher cipher = cipher("000102030405060708090a0b0c0d0e0f", "101112131415161718191a1b1c1d1e1f");

        assertThat(cipher.encrypt("ann@x.org")).isEqualTo("3dae8bec72207be78fa8b52c6d18da05");
        assertThat(cipher.decrypt("3DAE8BEC72207BE78FA8B52C6D18DA05").get()).isEqualTo("ann@x.org");
        assertThat(cipher.toString()).doesNotContain("0001");
    }

    @ParameterizedTest
    @CsvSource({
        "\\x000102030405060708090a0b0c0d0e0f, \\x101112131415161718191A1B1C1D1E1F, true",
        "000102030405060708090a0b0c0d0e0f0001020304050607, 101112131415161718191a1b1c1d1e1f, true",
        "000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f, 101112131415161718191a1b1c1d1e1f, true",
        "000102030405060708090a0b0c0d0e, 101112131415161718191a1b1c1d1e1f, false",
        "0001020304050607, 101112131415161718191a1b1c1d1e1f, false",
        "zz0102030405060708090a0b0c0d0e0f, 101112131415161718191a1b1c1d1e1f, false",
        "000102030405060708090a0b0c0d0e0f, 10, false",
        "'', '', false"
    })
    void keys_are_16_24_or_32_bytes_in_hexadecimal_digits(String key, String vector, boolean sound) {
        var cipher = DeclaredIdCipher.of("crm", Secret.of(key), Secret.of(vector));

        assertThat(cipher.isRight()).isEqualTo(sound);
        cipher.forEach(each ->
                assertThat(each.decrypt(each.encrypt("\u00e4\u6f22")).get()).isEqualTo("\u00e4\u6f22"));
        cipher.swap().forEach(wrong -> assertThat(wrong.message()).doesNotContain("0102", "1011"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3dae", "xyz", "00000000000000000000000000000000", "3dae8bec72207be78fa8b52c6d18da"})
    void what_is_not_encrypted_with_this_key_is_told_without_the_text(String digits) {
        DeclaredIdCipher cipher = cipher("000102030405060708090a0b0c0d0e0f", "101112131415161718191a1b1c1d1e1f");

        assertThat(cipher.decrypt(digits).getLeft().message()).contains("same key and vector");
    }

    private static DeclaredIdCipher cipher(String key, String vector) {
        return DeclaredIdCipher.of("crm", Secret.of(key), Secret.of(vector)).get();
    }
}
