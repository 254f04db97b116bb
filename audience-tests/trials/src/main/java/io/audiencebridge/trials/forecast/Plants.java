// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.Secret;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Every near miss that is known to happen, on either side. */
final class Plants {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final ReconciliationKey CUSTOMER =
            Declared.builder().field("customer").build();
    private static final ReconciliationKey ADDRESS = Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .wire(KeyForm.SHA256)
            .build();
    private static final ReconciliationKey HASHED_ADDRESS = Declared.builder()
            .field("emailHash")
            .content(KeyContent.EMAIL)
            .stored(KeyForm.SHA256)
            .wire(KeyForm.SHA256)
            .build();
    private static final String AES_KEY = "00112233445566778899aabbccddeeff";
    private static final DeclaredIdCipher OURS = cipher(AES_KEY, "0f0e0d0c0b0a09080706050403020100");
    private static final DeclaredIdCipher OTHER_VECTOR = cipher(AES_KEY, "ffeeddccbbaa99887766554433221100");
    private static final DeclaredIdCipher OTHER_KEY =
            cipher("ffffffffffffffffffffffffffffffff", "0f0e0d0c0b0a09080706050403020100");
    private static final ReconciliationKey ENCRYPTED = Declared.builder()
            .field("customer")
            .wire(KeyForm.ENCRYPTED)
            .cipher(OURS)
            .build();

    private final List<Plant> all = new ArrayList<>();

    private Plants() {}

    static List<Plant> all() {
        Plants plants = new Plants();
        plants.addresses();
        plants.storedHashes();
        plants.customers();
        plants.visitors();
        plants.encrypted();
        return plants.all;
    }

    private void addresses() {
        sent("upper-case hex", "lower-case-hex", hash(key -> key), key -> key.toUpperCase(Locale.ROOT));
        sent("plain, not hashed", "plain", Plants::address, key -> key);
        sent("MD5", "md5-instead-of-sha-256", Plants::address, KeyDigest.MD5::hex);
        sent("SHA-1", "sha-1-instead-of-sha-256", Plants::address, KeyDigest.SHA1::hex);
        sent("SHA-512", "sha-512-instead-of-sha-256", Plants::address, KeyDigest.SHA512::hex);
        sent(
                "MD5 in upper case",
                "md5-instead-of-sha-256",
                Plants::address,
                key -> KeyDigest.MD5.hex(key).toUpperCase(Locale.ROOT));
        sent("a line's end before hashing", "untrimmed", Plants::address, key -> KeyDigest.SHA256.hex(key + "\n"));
        sent("a blank before hashing", "untrimmed", Plants::address, key -> KeyDigest.SHA256.hex(key + " "));
        sent("hash in quotation marks", "untrimmed", Plants::address, key -> '"' + KeyDigest.SHA256.hex(key) + '"');
        sent(
                "e-mail not lower-cased",
                "letter-case",
                Plants::address,
                key -> KeyDigest.SHA256.hex(Character.toUpperCase(key.charAt(0)) + key.substring(1)));
        sent(
                "e-mail in upper case",
                "letter-case",
                Plants::address,
                key -> KeyDigest.SHA256.hex(key.toUpperCase(Locale.ROOT)));
        add(new Plant(
                "e-mail hashed as typed",
                "letter-case",
                ADDRESS,
                number -> typed(address(number), number),
                number -> KeyDigest.SHA256.hex(typed(address(number), number)),
                1));
        sent("URL-encoded before hashing", "url-encoded", Plants::address, key -> KeyDigest.SHA256.hex(encoded(key)));
        sent(
                "URL-encoded twice before hashing",
                "url-encoded-twice",
                Plants::address,
                key -> KeyDigest.SHA256.hex(encoded(encoded(key))));
        sent(
                "Base64 digest",
                "base64",
                Plants::address,
                key -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(KeyDigest.SHA256.hex(key))));
        sent(
                "Base64 digest for addresses",
                "base64",
                Plants::address,
                key -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(KeyDigest.SHA256.hex(key))));
        sent("hashed twice", "hashed-twice", Plants::address, key -> KeyDigest.SHA256.hex(KeyDigest.SHA256.hex(key)));
        add(new Plant("ids of another kind", "another-key", ADDRESS, Plants::address, Plants::visitor, 1));
    }

    private void storedHashes() {
        stored(
                "stored in upper-case hex",
                "lower-case-hex",
                key -> KeyDigest.SHA256.hex(key).toUpperCase(Locale.ROOT));
        stored("stored plain, said to be hashed", "plain", key -> key);
        stored("stored hashed twice", "hashed-twice", key -> KeyDigest.SHA256.hex(KeyDigest.SHA256.hex(key)));
        stored("stored with a blank", "untrimmed", key -> KeyDigest.SHA256.hex(key) + " ");
        stored(
                "stored in Base64",
                "base64",
                key -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(KeyDigest.SHA256.hex(key))));
        add(new Plant(
                "stored MD5, sent plain",
                "md5-instead-of-sha-256",
                HASHED_ADDRESS,
                number -> KeyDigest.MD5.hex(address(number)),
                Plants::address,
                1));
    }

    private void customers() {
        add(new Plant(
                "sent hashed, said to be plain",
                "hashed-sha-256",
                CUSTOMER,
                Plants::customer,
                number -> KeyDigest.SHA256.hex(customer(number)),
                1));
        add(new Plant(
                "stored hashed, sent plain",
                "hashed-md5",
                CUSTOMER,
                number -> KeyDigest.MD5.hex(customer(number)),
                Plants::customer,
                1));
        add(new Plant("prefix added", "prefix", CUSTOMER, Plants::customer, number -> "acme|" + customer(number), 1));
        add(new Plant("prefix stored", "prefix", CUSTOMER, number -> "ECID-" + customer(number), Plants::customer, 1));
        add(new Plant(
                "leading zeros of numbers",
                "leading-zeros",
                CUSTOMER,
                number -> String.format(Locale.ROOT, "%010d", number * 7),
                number -> Integer.toString(number * 7),
                1));
        add(new Plant(
                "case of letters",
                "letter-case",
                CUSTOMER,
                number -> "Kd" + customer(number),
                number -> "KD" + customer(number),
                1));
        add(new Plant(
                "URL-encoded",
                "url-encoded",
                CUSTOMER,
                number -> "a/" + customer(number) + "=",
                number -> encoded("a/" + customer(number) + "="),
                1));
        add(new Plant(
                "URL-encoded twice",
                "url-encoded-twice",
                CUSTOMER,
                number -> "a/" + customer(number) + "=",
                number -> encoded(encoded("a/" + customer(number) + "=")),
                1));
        add(new Plant(
                "stored untrimmed", "untrimmed", CUSTOMER, number -> customer(number) + "  ", Plants::customer, 1));
    }

    private void visitors() {
        add(new Plant(
                "37 digits: leading zeros eaten",
                "leading-zeros",
                VISITOR,
                number -> "0" + visitor(number).substring(1),
                number -> visitor(number).substring(1),
                1));
        add(new Plant(
                "leading zeros eaten at the recipients' side",
                "leading-zeros",
                VISITOR,
                number -> visitor(number).substring(1),
                number -> "0" + visitor(number).substring(1),
                1));
        add(new Plant(
                "scientific notation",
                "scientific-notation",
                VISITOR,
                Plants::visitor,
                number -> new BigDecimal(visitor(number))
                        .round(new MathContext(6))
                        .toString(),
                1));
        add(new Plant(
                "15 digits, then zeros",
                "spreadsheet-precision",
                VISITOR,
                Plants::visitor,
                number -> lossy(visitor(number)),
                1));
        add(new Plant(
                "15 digits, then zeros, at the recipients' side",
                "spreadsheet-precision",
                VISITOR,
                number -> lossy(visitor(number)),
                Plants::visitor,
                1));
        add(new Plant(
                "AAM UUIDs instead of ECIDs",
                "aam-uuids",
                VISITOR,
                Plants::visitor,
                number -> visitor(number + 1_000_000),
                1));
        add(new Plant(
                "another organisation's ids",
                "other-organisation",
                CUSTOMER,
                Plants::customer,
                number -> customer(number + 1_000_000),
                1));
        add(new Plant(
                "visitor ids hashed",
                "hashed-sha-256",
                VISITOR,
                Plants::visitor,
                number -> KeyDigest.SHA256.hex(visitor(number)),
                1));
        add(new Plant(
                "uuid230 values instead of ECIDs",
                "another-key",
                VISITOR,
                number -> String.format(Locale.ROOT, "%08x-%05x", mixed(number) >>> 33, number),
                Plants::visitor,
                1));
    }

    private void encrypted() {
        add(new Plant(
                "AES with another vector",
                "other-vector",
                ENCRYPTED,
                Plants::customer,
                number -> OTHER_VECTOR.encrypt(customer(number)),
                1));
        add(new Plant(
                "AES with another key",
                "undecipherable",
                ENCRYPTED,
                Plants::customer,
                number -> OTHER_KEY.encrypt(customer(number)),
                1));
        add(new Plant(
                "encrypted in upper-case hex",
                "lower-case-hex",
                ENCRYPTED,
                Plants::customer,
                number -> OURS.encrypt(customer(number)).toUpperCase(Locale.ROOT),
                1));
        add(new Plant("not encrypted", "plain", ENCRYPTED, Plants::customer, Plants::customer, 1));
        add(new Plant(
                "hashed instead of encrypted",
                "hashed-sha-256",
                ENCRYPTED,
                Plants::customer,
                number -> KeyDigest.SHA256.hex(customer(number)),
                1));
    }

    /** Campaign holds addresses; they were sent like that. */
    private void sent(String name, String named, IntFunction<String> from, UnaryOperator<String> change) {
        add(new Plant(name, named, ADDRESS, Plants::address, number -> change.apply(from.apply(number)), 1));
    }

    /** Campaign holds hashes of addresses, or what it takes for them. */
    private void stored(String name, String named, UnaryOperator<String> change) {
        add(new Plant(
                name,
                named,
                HASHED_ADDRESS,
                number -> change.apply(address(number)),
                number -> KeyDigest.SHA256.hex(address(number)),
                1));
    }

    private void add(Plant plant) {
        all.add(plant);
    }

    private static IntFunction<String> hash(UnaryOperator<String> before) {
        return number -> KeyDigest.SHA256.hex(before.apply(address(number)));
    }

    private static String address(int number) {
        return "anna" + Long.toString(mixed(number) >>> 20, 36) + "." + number + "@example.com";
    }

    private static String customer(int number) {
        return Long.toString(10_000_000_000L + (mixed(number) >>> 31));
    }

    private static String visitor(int number) {
        return "1"
                + String.format(
                        Locale.ROOT,
                        "%018d%019d",
                        (mixed(number) >>> 1) % 1_000_000_000_000_000_000L,
                        mixed(-number) >>> 1);
    }

    private static long mixed(long number) {
        return new SplittableRandom(number).nextLong();
    }

    private static String typed(String address, int number) {
        return number % 2 == 0
                ? address.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(address.charAt(0)) + address.substring(1);
    }

    private static String lossy(String number) {
        return number.substring(0, 15) + "0".repeat(number.length() - 15);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DeclaredIdCipher cipher(String key, String vector) {
        return DeclaredIdCipher.of("trial", Secret.of(key), Secret.of(vector)).get();
    }
}
