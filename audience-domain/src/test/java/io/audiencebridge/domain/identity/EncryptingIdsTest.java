// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden digits as OpenSSL writes them: {@code openssl enc -aes-128-cbc -K ... -iv ...}. */
class EncryptingIdsTest {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String VECTOR = "101112131415161718191a1b1c1d1e1f";

    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f, 3dae8bec72207be78fa8b52c6d18da05",
        "000102030405060708090a0b0c0d0e0f1011121314151617, 913e81c1298713eb503a8dedd1d221bb",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, cbc3ec632bbab42867097aa56999b430",
        "\\x000102030405060708090A0B0C0D0E0F, 3dae8bec72207be78fa8b52c6d18da05"
    })
    void an_id_is_encrypted_with_a_key_of_any_size_and_decrypted_again(String key, String digits) {
        DeclaredIdCipher cipher = cipher("crm", key, VECTOR);

        assertThat(cipher.encrypt("ann@x.org")).isEqualTo(digits);
        assertThat(cipher.decrypt(digits).get()).isEqualTo("ann@x.org");
    }

    @Test
    void blanks_around_key_and_vector_are_none_of_them() {
        DeclaredIdCipher cipher = cipher("crm", " " + KEY + "\n", "\\x" + VECTOR + " ");

        assertThat(cipher.encrypt("ann@x.org")).isEqualTo("3dae8bec72207be78fa8b52c6d18da05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0001020304050607", "not hexadecimal", "000102030405060708090a0b0c0d0e0f10"})
    void a_key_of_another_size_is_refused_and_not_repeated(String key) {
        assertThat(DeclaredIdCipher.of("crm", Secret.of(key), Secret.of(VECTOR)).getLeft())
                .isEqualTo(new Violation(
                        "cipher key",
                        "must be 32, 48 or 64 hexadecimal digits, which are 16, 24 or 32 bytes; use Campaign's"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1011", "not hexadecimal", "000102030405060708090a0b0c0d0e0f1011121314151617"})
    void a_vector_of_another_size_is_refused_and_not_repeated(String vector) {
        assertThat(DeclaredIdCipher.of("crm", Secret.of(KEY), Secret.of(vector)).getLeft())
                .isEqualTo(new Violation(
                        "cipher vector", "must be 32 hexadecimal digits, which are 16 bytes; use Campaign's"));
    }

    @Test
    void a_cipher_needs_a_name_by_which_runs_remember_it() {
        assertThat(DeclaredIdCipher.of(" ", Secret.of(KEY), Secret.of(VECTOR)).getLeft())
                .isEqualTo(new Violation("cipher name", "must not be blank; runs remember a cipher by its name"));
        assertThat(cipher("crm", KEY, VECTOR).name()).isEqualTo("crm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3dae", "not hexadecimal", "00000000000000000000000000000000"})
    void what_stands_for_no_id_is_refused_and_not_repeated(String digits) {
        Violation violation = cipher("crm", KEY, VECTOR).decrypt(digits).getLeft();

        assertThat(violation.subject()).isEqualTo("encrypted id");
        assertThat(violation.message()).contains("compare both sides' settings");
        assertThat(digits.isEmpty() || !violation.message().contains(digits)).isTrue();
    }

    @Test
    void bytes_that_are_no_text_are_no_id() {
        DeclaredIdCipher cipher = cipher("crm", KEY, VECTOR);
        byte[] broken = {'a', (byte) 0xff};

        assertThat(cipher.decrypt(cipher.encrypted(broken, 0, 2)).isLeft()).isTrue();
        assertThat(cipher.decrypt(cipher.encrypted(broken, 0, 1)).get()).isEqualTo("a");
    }

    @Test
    void an_id_that_stands_between_others_is_encrypted_alone() {
        byte[] text = "<ann@x.org>".getBytes(StandardCharsets.US_ASCII);

        assertThat(cipher("crm", KEY, VECTOR).encrypted(text, 1, 10)).isEqualTo("3dae8bec72207be78fa8b52c6d18da05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3dae8bec72207be78fa8b52c6d18da", "not hexadecimal"})
    void without_whole_blocks_there_is_nothing_to_look_at(String digits) {
        assertThat(cipher("crm", KEY, VECTOR).unpadded(digits)).isEmpty();
    }

    @Test
    void ciphers_are_equal_by_name_key_and_vector_and_print_the_name_only() {
        DeclaredIdCipher cipher = cipher("crm", KEY, VECTOR);

        assertThat(cipher)
                .isEqualTo(cipher("crm", KEY, VECTOR))
                .hasSameHashCodeAs(cipher("crm", KEY, VECTOR))
                .isNotEqualTo(cipher("other", KEY, VECTOR))
                .isNotEqualTo(cipher("crm", VECTOR, VECTOR))
                .isNotEqualTo(cipher("crm", KEY, KEY))
                .isNotEqualTo("crm")
                .hasToString("DeclaredIdCipher[crm, hidden]");
        assertThat(cipher.hashCode()).isNotEqualTo(cipher("other", KEY, VECTOR).hashCode());
    }

    @Test
    void another_vector_is_found_by_a_few_ids_and_then_reads_all() {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);
        DeclaredIdCipher theirs = cipher("theirs", KEY, "f0e0d0c0b0a090807060504030201000");
        List<String> plain = ids(0, 40);
        List<String> encrypted = ids(35, 80).stream().map(theirs::encrypt).toList();

        OtherVector found = OtherVector.find(ours, encrypted, plain).get();

        assertThat(ids(35, 80))
                .allSatisfy(id -> assertThat(found.plain(theirs.encrypt(id))).isEqualTo(id));
        assertThat(found.plain("not hexadecimal")).isEmpty();
        assertThat(found).hasToString("OtherVector[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "fifteen letters",
                "sixteen letters!",
                "seventeen letters",
                "an id of more than two whole blocks"
            })
    void another_vector_reads_ids_of_any_length(String id) {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);
        DeclaredIdCipher theirs = cipher("theirs", KEY, "f0e0d0c0b0a090807060504030201000");
        List<String> plain = new ArrayList<>(ids(0, 5));
        plain.add(id);

        OtherVector found = OtherVector.find(
                        ours, plain.stream().map(theirs::encrypt).toList(), plain)
                .get();

        assertThat(found.plain(theirs.encrypt(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "2, false"})
    void a_vector_that_explains_fewer_than_three_ids_explains_nothing(int ids, boolean found) {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);
        DeclaredIdCipher theirs = cipher("theirs", KEY, "f0e0d0c0b0a090807060504030201000");

        List<String> encrypted = ids(0, ids).stream().map(theirs::encrypt).toList();

        assertThat(OtherVector.find(ours, encrypted, ids(0, ids)).isDefined()).isEqualTo(found);
    }

    @Test
    void another_vector_is_found_whatever_it_is() {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);
        for (int i = 0; i < 40; i++) {
            DeclaredIdCipher theirs = cipher("theirs", KEY, KeyDigest.MD5.hex("vector " + i));
            List<String> encrypted = ids(0, 12).stream().map(theirs::encrypt).toList();

            OtherVector found = OtherVector.find(ours, encrypted, ids(4, 30)).get();

            assertThat(found.plain(theirs.encrypt("anybody"))).isEqualTo("anybody");
        }
    }

    @Test
    void of_two_vectors_the_one_that_reads_more_ids_is_found() {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);
        DeclaredIdCipher few = cipher("few", KEY, "f0e0d0c0b0a090807060504030201000");
        DeclaredIdCipher many = cipher("many", KEY, "00112233445566778899aabbccddeeff");
        List<String> encrypted =
                new ArrayList<>(ids(0, 4).stream().map(few::encrypt).toList());
        encrypted.addAll(ids(4, 12).stream().map(many::encrypt).toList());

        assertThat(OtherVector.find(ours, encrypted, ids(0, 12)).get().plain(many.encrypt("anybody")))
                .isEqualTo("anybody");
        Collections.reverse(encrypted);
        assertThat(OtherVector.find(ours, encrypted, ids(0, 12)).get().plain(many.encrypt("anybody")))
                .isEqualTo("anybody");
    }

    @Test
    void nothing_is_found_where_there_is_nothing() {
        DeclaredIdCipher ours = cipher("ours", KEY, VECTOR);

        assertThat(OtherVector.find(ours, List.of(), ids(0, 5))).isEmpty();
        assertThat(OtherVector.find(ours, List.of("no digits"), List.of())).isEmpty();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "customer " + i * 7919).toList();
    }

    private static DeclaredIdCipher cipher(String name, String key, String vector) {
        return DeclaredIdCipher.of(name, Secret.of(key), Secret.of(vector)).get();
    }
}
