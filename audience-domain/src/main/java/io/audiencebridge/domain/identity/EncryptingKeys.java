// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.nio.charset.StandardCharsets;

/** Plain values, normalised and then encrypted. */
final class EncryptingKeys implements KeyTranslator {
    private final KeyNormaliser normaliser;
    private final DeclaredIdCipher cipher;

    EncryptingKeys(KeyNormaliser normaliser, DeclaredIdCipher cipher) {
        this.normaliser = normaliser;
        this.cipher = cipher;
    }

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        byte[] normalised = normaliser.normalise(text, from, to);
        if (normalised.length == 0) {
            return INVALID;
        }
        byte[] digits = cipher.encrypted(normalised, 0, normalised.length).getBytes(StandardCharsets.US_ASCII);
        if (digits.length > LONGEST) {
            return INVALID;
        }
        System.arraycopy(digits, 0, out, 0, digits.length);
        return digits.length;
    }
}
