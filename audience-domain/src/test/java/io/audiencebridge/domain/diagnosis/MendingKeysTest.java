// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which transformations make a member's key and a recipient's look alike. In the tables a key is a text, or the name of a digest and a text: {@code sha256(text)}, in upper case with
 * {@code SHA256(text)}, in Base64 with {@code base64(text)}, digested twice with {@code twice(text)}, or encrypted with {@code aes(text)}; {@code |} stands for a line's end.
 */
class MendingKeysTest {
    private static final DeclaredIdCipher CIPHER = DeclaredIdCipher.of(
                    "crm", Secret.of("000102030405060708090a0b0c0d0e0f"), Secret.of("101112131415161718191a1b1c1d1e1f"))
            .get();
    private static final String VISITOR = "08382830887934830189014177072406221371";

    @ParameterizedTest
    @CsvSource({
        "' 08382830887934830189014177072406221371', ID, member untrimmed",
        "ID, '\"08382830887934830189014177072406221371\"', recipient untrimmed",
        "8382830887934830189014177072406221371, ID, member leading-zeros",
        "ID, 8382830887934830189014177072406221371, recipient leading-zeros",
        "%308382830887934830189014177072406221371, ID, member url-encoded",
        "%25308382830887934830189014177072406221371, ID, member url-encoded-twice",
        "ID, %308382830887934830189014177072406221371, recipient url-encoded",
        "ID, %25308382830887934830189014177072406221371, recipient url-encoded-twice",
        "md5(ID), ID, member hashed-md5",
        "sha256(ID), ID, member hashed-sha-256",
        "SHA256(ID), ID, member hashed-sha-256",
        "ID, sha1(ID), recipient hashed-sha-1",
        "ID, SHA512(ID), recipient hashed-sha-512",
        "ID, 08382830887934830189014177072406221372, ''"
    })
    void visitor_ids(String member, String recipient, String names) {
        assertThat(mends(
                        new ReconciliationKey.Visitor(),
                        member.replace("ID", VISITOR),
                        recipient.replace("ID", VISITOR)))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "crm-1, CRM-1, member letter-case",
        "CRM-1, crm-1, member letter-case",
        "007, 7, member leading-zeros",
        "7, 007, member leading-zeros",
        "' CRM-1', CRM-1, member untrimmed",
        "CRM-1, 'CRM-1 ', recipient untrimmed",
        "CRM%2D1, CRM-1, member url-encoded",
        "CRM%252D1, CRM-1, member url-encoded-twice",
        "CRM-1, CRM%2D1, recipient url-encoded",
        "CRM-1, CRM%252D1, recipient url-encoded-twice",
        "md5(CRM-1), CRM-1, member hashed-md5",
        "SHA1(CRM-1), CRM-1, member hashed-sha-1",
        "CRM-1, sha256(CRM-1), recipient hashed-sha-256",
        "CRM-1, MD5(CRM-1), recipient hashed-md5",
        "CRM-1, CRM-2, ''"
    })
    void plain_numbers_of_the_customers(String member, String recipient, String names) {
        assertThat(mends(declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN), member, recipient))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256(ann@x.org), ann@x.org, 'member lower-case-hex, member letter-case, member untrimmed'",
        "base64(ann@x.org), ann@x.org, member base64",
        "ann@x.org, ann@x.org, member plain",
        "Ann@x.org, ann@x.org, member plain",
        "twice(ann@x.org), ann@x.org, recipient hashed-twice",
        "md5(ann@x.org), ann@x.org, member md5-instead-of-sha-256",
        "SHA1(ann@x.org), ann@x.org, member sha-1-instead-of-sha-256",
        "sha512(ann@x.org), ann@x.org, member sha-512-instead-of-sha-256",
        "sha256(Ann@X.org), Ann@X.org, 'member letter-case, member untrimmed'",
        "sha256(Ann.Other@x.org), ann.other@x.org, member letter-case",
        "sha256(ANN@X.ORG), ann@x.org, member letter-case",
        "sha256( ann@x.org ), ' ann@x.org ', member untrimmed",
        "sha256(ann@x.org ), ann@x.org, member untrimmed",
        "sha256( ann@x.org), ann@x.org, member untrimmed",
        "sha256(ann@x.org|), ann@x.org, member untrimmed",
        "sha256(ann%40x.org), ann@x.org, member url-encoded",
        "sha256(ann%2540x.org), ann@x.org, member url-encoded-twice",
        "sha256(bob@x.org), ann@x.org, ''"
    })
    void hashes_of_addresses_that_recipients_have_plain(String member, String recipient, String names) {
        assertThat(mends(declared(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256), member, recipient))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256(crm-1), CRM-1, member letter-case",
        "sha256(CRM-1), crm-1, member letter-case",
        "sha256(Crm-1), crm-1, ''"
    })
    void hashes_of_numbers_in_another_case(String member, String recipient, String names) {
        assertThat(mends(declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.SHA256), member, recipient))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256(49301234567), +49301234567, member phone-form",
        "sha256(49301234567), +49 30 1234567, member phone-form"
    })
    void hashes_of_phone_numbers_without_a_plus_sign(String member, String recipient, String names) {
        assertThat(mends(declared(KeyContent.PHONE, KeyForm.PLAIN, KeyForm.SHA256), member, recipient))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256(ann@x.org), SHA256(ann@x.org), recipient lower-case-hex",
        "sha256(ann@x.org), base64(ann@x.org), recipient base64",
        "sha256(ann@x.org), Ann@x.org, recipient plain",
        "ann@x.org, sha256(ann@x.org), member plain",
        "Ann@x.org, md5(ann@x.org), recipient md5-instead-of-sha-256",
        "ann@x.org, SHA512(ann@x.org), recipient sha-512-instead-of-sha-256",
        "twice(ann@x.org), sha256(ann@x.org), recipient hashed-twice",
        "sha256(ann@x.org), twice(ann@x.org), member hashed-twice",
        "SHA256(ann@x.org), twice(ann@x.org), member hashed-twice"
    })
    void hashes_on_both_sides(String member, String recipient, String names) {
        assertThat(mends(declared(KeyContent.EMAIL, KeyForm.SHA256, KeyForm.SHA256), member, recipient))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "AES(ann@x.org), ann@x.org, member lower-case-hex",
        "ann@x.org, ann@x.org, member plain",
        "Ann@x.org, ann@x.org, member plain",
        "md5(ann@x.org), ann@x.org, member hashed-md5",
        "sha256(ann@x.org), ann@x.org, member hashed-sha-256",
        "sha256(bob@x.org), ann@x.org, ''"
    })
    void encrypted_addresses(String member, String recipient, String names) {
        Declared key = Declared.builder()
                .from(declared(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.ENCRYPTED))
                .cipher(CIPHER)
                .build();

        assertThat(mends(key, member, recipient)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"aes(ann@x.org), AES(ann@x.org), recipient lower-case-hex", "ann@x.org, aes(ann@x.org), member plain"})
    void addresses_that_are_encrypted_on_both_sides(String member, String recipient, String names) {
        Declared key = Declared.builder()
                .from(declared(KeyContent.EMAIL, KeyForm.ENCRYPTED, KeyForm.ENCRYPTED))
                .cipher(CIPHER)
                .build();

        assertThat(mends(key, member, recipient)).isEqualTo(names);
    }

    @ParameterizedTest
    @EnumSource(KeyContent.class)
    void an_empty_key_is_mended_by_nothing(KeyContent content) {
        for (KeyForm stored : KeyForm.values()) {
            Declared key = Declared.builder()
                    .from(declared(content, stored, KeyForm.SHA256))
                    .cipher(CIPHER)
                    .build();
            assertThat(mends(key, "", "")).isEmpty();
        }
    }

    @Test
    void a_prefix_of_many_keys_is_cut_at_every_length() {
        List<String> members =
                IntStream.range(0, 20).mapToObj(i -> "DE-" + (char) ('a' + i)).toList();
        List<String> recipients =
                IntStream.range(0, 20).mapToObj(i -> "" + (char) ('a' + i)).toList();
        ReconciliationKey key = declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN);

        List<Transformation> ofMembers = Transformations.of(key, Prefixes.of(members, recipients));
        List<Transformation> ofRecipients = Transformations.of(key, Prefixes.of(recipients, members));

        assertThat(ofMembers)
                .filteredOn(one -> one.name().equals("prefix"))
                .extracting(Transformation::seen)
                .containsExactly(
                        "The audience's ids begin with the same 1 characters, which the recipients' do not have.",
                        "The audience's ids begin with the same 2 characters, which the recipients' do not have.",
                        "The audience's ids begin with the same 3 characters, which the recipients' do not have.");
        assertThat(ofMembers.get(ofMembers.size() - 1).member().apply("DE-b")).isEqualTo("b");
        assertThat(ofRecipients.get(ofRecipients.size() - 1).recipient().apply("DE-b"))
                .isEqualTo("b");
        assertThat(ofRecipients.get(ofRecipients.size() - 1).seen())
                .isEqualTo(
                        "The recipients' field holds values that begin with the same 3 characters, which the audience's"
                                + " ids do not have.");
    }

    /** The distinct names of the transformations under which the two look alike, with the side that is to blame. */
    private static String mends(ReconciliationKey key, String member, String recipient) {
        String one = key(member);
        String other = key(recipient);
        List<String> names = Transformations.of(key, Prefixes.of(List.of(), List.of())).stream()
                .filter(way -> !way.member().apply(one).isEmpty())
                .filter(way -> way.member().apply(one).equals(way.recipient().apply(other)))
                .map(way -> (way.seen().startsWith("The audience's ids ") ? "member " : "recipient ") + way.name())
                .distinct()
                .toList();
        return String.join(", ", names);
    }

    private static String key(String written) {
        int open = written.indexOf('(');
        if (open < 0) {
            return written;
        }
        String text = written.substring(open + 1, written.length() - 1).replace('|', '\n');
        String name = written.substring(0, open);
        String key = switch (name.toLowerCase(Locale.ROOT)) {
            case "twice" -> KeyDigest.SHA256.hex(KeyDigest.SHA256.hex(text));
            case "aes" -> CIPHER.encrypt(text);
            case "base64" ->
                Base64.getEncoder()
                        .encodeToString(
                                HexFormat.of().parseHex(KeyDigest.SHA256.hex(text.getBytes(StandardCharsets.UTF_8))));
            default -> KeyDigest.valueOf(name.toUpperCase(Locale.ROOT)).hex(text);
        };
        return Character.isUpperCase(name.charAt(0)) ? key.toUpperCase(Locale.ROOT) : key;
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
