// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Plain values, normalised and then hashed to 64 lower-case hexadecimal digits. Makes no object for a value of plain ASCII. Source: Audience Manager,
 * "Prerequisites for people-based destinations".
 */
final class HashingKeys implements KeyTranslator {
    static final int HASH_BYTES = 32;

    private static final int USUAL = 256;
    private static final byte[] DIGITS = digits();

    private final AsciiNormaliser ascii;
    private final KeyNormaliser any;
    private final MessageDigest digest = sha256();
    private final byte[] hash = new byte[HASH_BYTES];
    private byte[] plain = new byte[USUAL];

    HashingKeys(KeyContent content) {
        ascii = AsciiNormaliser.of(content);
        any = KeyNormaliser.of(content);
    }

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        if (to - from > plain.length) {
            plain = new byte[to - from];
        }
        int length = ascii.normalise(text, from, to, plain);
        if (length == AsciiNormaliser.INVALID) {
            return INVALID;
        }
        if (length >= 0) {
            digest.update(plain, 0, length);
        } else {
            byte[] normalised = any.normalise(text, from, to);
            if (normalised.length == 0) {
                return INVALID;
            }
            digest.update(normalised);
        }
        finish(digest, hash);
        for (int i = 0; i < HASH_BYTES; i++) {
            int at = (hash[i] & 0xff) * 2;
            out[2 * i] = DIGITS[at];
            out[2 * i + 1] = DIGITS[at + 1];
        }
        return HashedKeys.DIGITS;
    }

    /** Ends the digest into {@code hash}, for which no object is made. */
    static void finish(MessageDigest digest, byte[] hash) {
        try {
            digest.digest(hash, 0, HASH_BYTES);
        } catch (DigestException tooSmall) {
            throw new IllegalStateException("SHA-256 has " + HASH_BYTES + " bytes", tooSmall);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have", missing);
        }
    }

    /** The two digits of every byte. */
    private static byte[] digits() {
        byte[] digits = new byte[2 << Byte.SIZE];
        for (int i = 0; i < digits.length; i++) {
            int half = i % 2 == 0 ? i >> 5 : (i >> 1) & 0xf;
            digits[i] = (byte) Character.forDigit(half, 16);
        }
        return digits;
    }
}
