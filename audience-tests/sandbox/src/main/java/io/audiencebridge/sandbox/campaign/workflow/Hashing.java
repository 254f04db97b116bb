// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keys as they travel: hashed ids are compared hash to hash. Source: campaign.md, section 1.7. An e-mail is trimmed and lower-cased before, as Audience Manager asks. */
final class Hashing {
    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

    private Hashing() {}

    /** How a stored key becomes one of the wire; empty for an algorithm that nobody knows. */
    static Optional<UnaryOperator<String>> of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "");
        if (plain.isEmpty() || plain.equals("none")) {
            return Optional.of(UnaryOperator.identity());
        }
        return Optional.ofNullable(ALGORITHMS.get(plain)).map(algorithm -> key -> hashed(normal(key), algorithm));
    }

    private static String normal(String key) {
        return key.contains("@") ? key.strip().toLowerCase(Locale.ROOT) : key;
    }

    private static String hashed(String key, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every Java platform has " + algorithm, broken);
        }
    }
}
