// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of what a key may be in each form. Golden digests as OpenSSL prints them. */
class WireFormsTest {
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String INVALID = "invalid";

    @ParameterizedTest
    @CsvSource({
        "MD5, MD5, 32, 900150983cd24fb0d6963f7d28e17f72",
        "SHA1, SHA-1, 40, a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA256, SHA-256, 64, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA512, SHA-512, 128, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    })
    void a_digest_has_its_usual_name_and_digits(KeyDigest digest, String name, int digits, String ofAbc) {
        assertThat(digest.algorithm()).isEqualTo(name);
        assertThat(digest.digits()).isEqualTo(digits);
        assertThat(digest.hex("abc")).isEqualTo(ofAbc).hasSize(digits);
        assertThat(digest.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(ofAbc);
    }

    @Test
    void a_fingerprint_is_the_first_half_of_the_hash_and_begins_anew_each_time() {
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        byte[] text = "<abc>".getBytes(StandardCharsets.US_ASCII);

        fingerprinter.take(text, 0, 2);
        fingerprinter.take(text, 1, 4);

        assertThat(fingerprinter.high()).isEqualTo(0xba7816bf8f01cfeaL);
        assertThat(fingerprinter.low()).isEqualTo(0x414140de5dae2223L);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, zürich@example.com, 5936d7446ca571e31d3b228bb6e355dc1a4db591091164d25e096bfd3e803825",
        "EMAIL, ZÜRICH@Example.com, 5936d7446ca571e31d3b228bb6e355dc1a4db591091164d25e096bfd3e803825",
        "PHONE, +1 (212) 555-0100, 7051794160d3623333285fa17308ecc1841d3764590bfcd8266e5d83937d3bb8",
        "OPAQUE, CRM-1, 27511f07968669876584b905e6758255e4561a9096345559eb8fe086f38cb028",
        "OPAQUE, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void a_value_is_hashed_in_its_one_form(KeyContent content, String value, String hash) {
        assertThat(hashed(content, value)).isEqualTo(hash);
    }

    @Test
    void long_values_are_hashed_too_and_short_ones_after_them() {
        KeyTranslator translator =
                KeyTranslator.storedToWire(declared(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256));

        assertThat(NormalisedKey.translated(translator, "a".repeat(300) + "@example.com"))
                .isEqualTo("d71e1056b33fe249cb829675b379af27fad9890535e05ab5335ca11908f3b6ec");
        assertThat(NormalisedKey.translated(translator, "johndoe@example.com"))
                .isEqualTo("55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345678", "+123456789012345"})
    void a_phone_number_has_eight_to_fifteen_digits(String phone) {
        assertThat(hashed(KeyContent.PHONE, phone)).hasSize(64);
        assertThat(NormalisedKey.of(KeyContent.PHONE, phone)).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1234567",
                "+1234567890123456",
                "+02345678",
                "12345678",
                "+1234567a",
                "++1234567",
                "+123456:8",
                "+123456/"
            })
    void fewer_or_more_digits_are_no_phone_number(String phone) {
        assertThat(hashed(KeyContent.PHONE, phone)).isEqualTo(INVALID);
        assertThat(NormalisedKey.of(KeyContent.PHONE, phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000b", "a\u007fb", "a\u0085b", "\u2003"})
    void an_opaque_value_is_neither_blank_nor_has_control_characters(String value) {
        assertThat(hashed(KeyContent.OPAQUE, value)).isEqualTo(INVALID);
        assertThat(NormalisedKey.of(KeyContent.OPAQUE, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ' Zoë@Example.COM ', zoë@example.com",
        "OPAQUE, 'Zoë 7', 'Zoë 7'",
        "PHONE, +49 30/123-4567, +49301234567"
    })
    void a_single_value_can_be_looked_at_in_its_one_form(KeyContent content, String value, String normalised) {
        assertThat(NormalisedKey.of(content, value)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@zoë.org", "zoë@", "zoë", "zoë@x@y", "zo ë@x.org", "zoë@x.org\u0000"})
    void what_is_no_e_mail_is_none_in_any_alphabet(String value) {
        assertThat(hashed(KeyContent.EMAIL, value)).isEqualTo(INVALID);
        assertThat(NormalisedKey.of(KeyContent.EMAIL, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "OPAQUE", "PHONE"})
    void bytes_that_are_no_utf_8_are_no_value(String content) {
        byte[] broken = {'a', '@', (byte) 0xff, 'b'};

        assertThat(KeyTranslator.storedToWire(declared(KeyContent.valueOf(content), KeyForm.PLAIN, KeyForm.SHA256))
                        .translate(broken, 0, broken.length, new byte[KeyTranslator.LONGEST]))
                .isEqualTo(KeyTranslator.INVALID);
    }

    @Test
    void bytes_that_are_no_utf_8_do_not_travel_plain() {
        byte[] broken = {'a', (byte) 0xff, 'b'};

        assertThat(new PlainKeys().translate(broken, 0, broken.length, new byte[KeyTranslator.LONGEST]))
                .isEqualTo(KeyTranslator.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1234567", "+12345678x", "12345678", "+", "a%3", "%3", "%3b", "%4a", "3a", "a!", "~"})
    void what_is_neither_a_phone_number_nor_a_colon_travels_plain(String id) {
        assertThat(plain(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+12345678", "%3a", "%3A", "x%3A", "a:", ":", "@", "a\u007f", "a\u0085", "ü\u00a0", "ü ", "ü:"})
    void a_phone_number_or_a_colon_in_any_form_does_not_travel_plain(String id) {
        assertThat(plain(id)).isEqualTo(INVALID);
    }

    @Test
    void a_key_has_4096_bytes_on_the_wire_at_most() {
        String longest = "x".repeat(KeyTranslator.LONGEST);

        assertThat(plain(longest)).isEqualTo(longest);
        assertThat(plain(longest + "x")).isEqualTo(INVALID);
        assertThat(checked(KeyForm.ENCRYPTED, "0".repeat(KeyTranslator.LONGEST)))
                .hasSize(KeyTranslator.LONGEST);
        assertThat(checked(KeyForm.ENCRYPTED, "0".repeat(KeyTranslator.LONGEST + 32)))
                .isEqualTo(INVALID);
        assertThat(encrypted("x".repeat(2047))).hasSize(KeyTranslator.LONGEST);
        assertThat(encrypted("x".repeat(2048))).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', '`', 'g', 'A', ' '})
    void a_hash_has_hexadecimal_digits_of_lower_case_only(char other) {
        assertThat(checked(KeyForm.SHA256, HASH)).isEqualTo(HASH);
        assertThat(checked(KeyForm.SHA256, HASH.replace('e', other))).isEqualTo(INVALID);
        assertThat(checked(KeyForm.ENCRYPTED, HASH.replace('e', other))).isEqualTo(INVALID);
    }

    @Test
    void a_hash_has_64_digits() {
        assertThat(checked(KeyForm.SHA256, "0123456789abcdef".repeat(4))).hasSize(64);
        assertThat(checked(KeyForm.SHA256, HASH + "0")).isEqualTo(INVALID);
        assertThat(checked(KeyForm.SHA256, HASH.substring(1))).isEqualTo(INVALID);
        assertThat(checked(KeyForm.SHA256, "")).isEqualTo(INVALID);
    }

    @Test
    void an_encrypted_key_is_whole_blocks() {
        assertThat(checked(KeyForm.ENCRYPTED, HASH)).isEqualTo(HASH);
        assertThat(checked(KeyForm.ENCRYPTED, HASH.substring(2))).isEqualTo(INVALID);
        assertThat(checked(KeyForm.ENCRYPTED, "")).isEqualTo(INVALID);
    }

    @Test
    void an_encrypted_value_becomes_plain_where_ids_travel_plain() {
        Declared key = Declared.builder()
                .from(declared(KeyContent.OPAQUE, KeyForm.ENCRYPTED, KeyForm.PLAIN))
                .cipher(cipher())
                .build();

        assertThat(translated(KeyTranslator.storedToWire(key), cipher().encrypt("CRM-1")))
                .isEqualTo("CRM-1");
        assertThat(translated(KeyTranslator.storedToWire(key), "CRM-1")).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "08382830887934830189014177072406221371, 08382830887934830189014177072406221371",
        "083828308879348301890141770724062213710, invalid",
        "8382830887934830189014177072406221371, invalid",
        "0838283088793483018901417707240622137x, invalid",
        "uuid230-1, invalid"
    })
    void visitor_ids_are_checked_and_travel_as_they_are(String id, String wire) {
        ReconciliationKey key = new ReconciliationKey.Visitor();

        assertThat(translated(KeyTranslator.storedToWire(key), id)).isEqualTo(wire);
        assertThat(translated(KeyTranslator.checkingWire(key), id)).isEqualTo(wire);
    }

    @Test
    void a_single_key_that_is_invalid_is_looked_at_as_an_empty_text() {
        KeyTranslator visitors = KeyTranslator.checkingWire(new ReconciliationKey.Visitor());

        assertThat(NormalisedKey.translated(visitors, "4711")).isEmpty();
        assertThat(NormalisedKey.translated(visitors, "08382830887934830189014177072406221371"))
                .isEqualTo("08382830887934830189014177072406221371");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12, 13, 28, 29, 30, 31, 32})
    void every_white_space_of_ascii_around_an_address_is_none_of_it(int blank) {
        String around = Character.toString(blank);

        assertThat(hashed(KeyContent.EMAIL, around + "johndoe@example.com" + around))
                .isEqualTo(hashed(KeyContent.EMAIL, "johndoe@example.com"))
                .hasSize(64);
        assertThat(hashed(KeyContent.PHONE, around + "+12125550100" + around))
                .isEqualTo(hashed(KeyContent.PHONE, "+12125550100"))
                .hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 14, 27, 127})
    void a_control_character_around_an_address_is_no_white_space(int control) {
        String around = Character.toString(control);

        assertThat(hashed(KeyContent.EMAIL, around + "johndoe@example.com")).isEqualTo(INVALID);
        assertThat(hashed(KeyContent.PHONE, "+12125550100" + around)).isEqualTo(INVALID);
    }

    @Test
    void of_plain_ascii_a_plain_key_may_hold_all_that_is_visible_but_a_colon_and_an_at() {
        for (byte one = 0; one >= 0; one++) {
            byte[] text = {'a', one, 'a'};
            byte[] out = new byte[KeyTranslator.LONGEST];

            int length = new PlainKeys().translate(text, 0, text.length, out);

            boolean fits = one > ' ' && one < 127 && one != ':' && one != '@';
            assertThat(length).as("%d", one).isEqualTo(fits ? 3 : KeyTranslator.INVALID);
            assertThat(fits ? Arrays.copyOf(out, 3) : text).isEqualTo(text);
        }
    }

    private static String hashed(KeyContent content, String value) {
        return translated(KeyTranslator.storedToWire(declared(content, KeyForm.PLAIN, KeyForm.SHA256)), value);
    }

    private static String plain(String value) {
        return translated(KeyTranslator.storedToWire(declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN)), value);
    }

    private static String checked(KeyForm wire, String key) {
        return translated(KeyTranslator.checkingWire(declared(KeyContent.OPAQUE, KeyForm.PLAIN, wire)), key);
    }

    private static String encrypted(String value) {
        Declared key = Declared.builder()
                .from(declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.ENCRYPTED))
                .cipher(cipher())
                .build();
        return translated(KeyTranslator.storedToWire(key), value);
    }

    /** What becomes of a key that stands between others. */
    private static String translated(KeyTranslator translator, String key) {
        byte[] text = ("before " + key + " behind").getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[KeyTranslator.LONGEST];
        int length = translator.translate(text, 7, text.length - 7, out);
        return length == KeyTranslator.INVALID ? INVALID : new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static DeclaredIdCipher cipher() {
        return DeclaredIdCipher.of(
                        "crm",
                        Secret.of("000102030405060708090a0b0c0d0e0f"),
                        Secret.of("101112131415161718191a1b1c1d1e1f"))
                .get();
    }

    private static Declared declared(KeyContent content, KeyForm stored, KeyForm wire) {
        return Declared.builder()
                .field("field")
                .content(content)
                .stored(stored)
                .wire(wire)
                .build();
    }
}
