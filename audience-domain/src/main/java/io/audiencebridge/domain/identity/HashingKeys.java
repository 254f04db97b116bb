// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Plain values, normalised and then hashed to 64 lower-case hexadecimal digits. Source: Audience Manager, "Prerequisites for people-based destinations". */
final class HashingKeys implements KeyTranslator {
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final KeyNormaliser normaliser;
    private final MessageDigest digest = sha256();

    HashingKeys(KeyNormaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        byte[] normalised = normaliser.normalise(text, from, to);
        if (normalised.length == 0) {
            return INVALID;
        }
        byte[] hash = digest.digest(normalised);
        for (int i = 0; i < hash.length; i++) {
            out[2 * i] = HEXADECIMAL[(hash[i] >> 4) & 0xf];
            out[2 * i + 1] = HEXADECIMAL[hash[i] & 0xf];
        }
        return HashedKeys.DIGITS;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have", missing);
        }
    }
}
