// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatingKeysTest {
    private static final String JOHN = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";

    @ParameterizedTest
    @ValueSource(strings = {"johndoe@example.com", "  JohnDoe@Example.com ", "JOHNDOE@EXAMPLE.COM\t"})
    void an_e_mail_is_trimmed_and_lower_cased_before_it_is_hashed(String email) {
        assertThat(translate(stored(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256), email))
                .isEqualTo(JOHN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "john", "@example.com", "john@", "a@b@c", "jo hn@example.com", "jo\u00a0hn@example.com"})
    void what_is_no_e_mail_is_no_valid_key(String email) {
        assertThat(translate(stored(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256), email))
                .isEqualTo("invalid");
    }

    @ParameterizedTest
    @CsvSource({"+49 (30) 123-4567,+49301234567", "+1.212.555.0100,+12125550100"})
    void a_phone_number_loses_its_separators(String written, String international) {
        var key = stored(KeyContent.PHONE, KeyForm.PLAIN, KeyForm.SHA256);

        assertThat(translate(key, written))
                .isEqualTo(translate(key, international))
                .hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 1234567", "+0301234567", "+123", "+1234567890123456", "phone"})
    void a_phone_number_without_its_country_is_no_valid_key(String written) {
        assertThat(translate(stored(KeyContent.PHONE, KeyForm.PLAIN, KeyForm.SHA256), written))
                .isEqualTo("invalid");
    }

    @Test
    void a_hashed_field_is_not_hashed_again() {
        assertThat(translate(stored(KeyContent.EMAIL, KeyForm.SHA256, KeyForm.SHA256), JOHN))
                .isEqualTo(JOHN);
    }

    @Test
    void a_hash_in_upper_case_is_another_id_and_refused() {
        assertThat(translate(
                        stored(KeyContent.EMAIL, KeyForm.SHA256, KeyForm.SHA256),
                        JOHN.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM-1", "crm-1", "12345678", "Zürich-7", "100%"})
    void a_customer_number_travels_as_it_is(String id) {
        assertThat(translate(stored(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN), id))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "CRM 1",
                "CRM\t1",
                "a:b",
                "a%3Ab",
                "a%3ab",
                "john@example.com",
                "+491701234567",
                "a\u2003b"
            })
    void what_the_file_grammar_or_privacy_forbids_does_not_travel_plain(String id) {
        assertThat(translate(stored(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN), id))
                .isEqualTo("invalid");
    }

    @Test
    void a_data_source_that_lacks_what_its_kind_needs_is_told_everything_at_once() {
        var source = DataSource.builder()
                .id(0)
                .key(ReconciliationKey.Declared.builder()
                        .field("")
                        .content(KeyContent.EMAIL)
                        .build())
                .build();

        assertThat(DataSourceRules.forSharing(source).map(violation -> violation.subject()))
                .containsExactly(
                        "dataSource.id",
                        "dataSource.key.field",
                        "dataSource.key.wire",
                        "dataSource.mergeRuleDataSourceId");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, ENCRYPTED, ann@x.org, 3dae8bec72207be78fa8b52c6d18da05",
        "PLAIN, ENCRYPTED, ' Ann@X.org', 3dae8bec72207be78fa8b52c6d18da05",
        "ENCRYPTED, SHA256, 3dae8bec72207be78fa8b52c6d18da05, HASH",
        "ENCRYPTED, SHA256, 3DAE8BEC72207BE78FA8B52C6D18DA05, HASH",
        "ENCRYPTED, ENCRYPTED, 3dae8bec72207be78fa8b52c6d18da05, 3dae8bec72207be78fa8b52c6d18da05",
        "ENCRYPTED, ENCRYPTED, 3DAE8BEC72207BE78FA8B52C6D18DA05, invalid",
        "ENCRYPTED, ENCRYPTED, 3dae8bec72207be78fa8b52c6d18da, invalid",
        "ENCRYPTED, SHA256, 00000000000000000000000000000000, invalid",
        "ENCRYPTED, SHA256, ann@x.org, invalid",
        "PLAIN, ENCRYPTED, ann, invalid"
    })
    void a_key_is_encrypted_and_decrypted_as_campaign_does(KeyForm stored, KeyForm wire, String key, String expected) {
        String hash = translate(stored(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256), "ann@x.org");

        assertThat(translate(encrypted(stored, wire), key)).isEqualTo(expected.equals("HASH") ? hash : expected);
    }

    @Test
    void an_encrypted_key_needs_its_cipher_unless_it_stays_as_it_is() {
        assertThat(DataSourceRules.forReceiving(stored(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.ENCRYPTED)))
                .extracting(Violation::subject)
                .containsExactly("dataSource.key.cipher");
        assertThat(DataSourceRules.forReceiving(encrypted(KeyForm.PLAIN, KeyForm.ENCRYPTED)))
                .isEmpty();
    }

    private static ReconciliationKey.Declared encrypted(KeyForm stored, KeyForm wire) {
        Secret key = Secret.of("000102030405060708090a0b0c0d0e0f");
        Secret vector = Secret.of("101112131415161718191a1b1c1d1e1f");
        return ReconciliationKey.Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .stored(stored)
                .wire(wire)
                .cipher(DeclaredIdCipher.of("crm", key, vector).get())
                .build();
    }

    private static ReconciliationKey stored(KeyContent content, KeyForm stored, KeyForm wire) {
        return ReconciliationKey.Declared.builder()
                .field("field")
                .content(content)
                .stored(stored)
                .wire(wire)
                .build();
    }

    private static String translate(ReconciliationKey key, String text) {
        byte[] padded = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[KeyTranslator.LONGEST];
        int length = KeyTranslator.storedToWire(key).translate(padded, 1, padded.length - 1, out);
        return length == KeyTranslator.INVALID ? "invalid" : new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
