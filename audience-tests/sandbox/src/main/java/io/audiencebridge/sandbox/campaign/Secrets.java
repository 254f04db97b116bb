// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets as Campaign keeps them: {@code @} and base64 of AES-256-CBC with an initial vector of zeros, over the text and three more bytes (two of salt, one
 * check sum). Source: campaign.md, section 3.6.
 */
final class Secrets {
    /** The key of the sandbox, which {@code GetOption} tells to administrators, as real servers do. */
    static final String KEY = "HyBCd+cSfDzYNbMcn8fJD2Ro0OZe8r6hGqkX2XvJx3A=";

    private static final String MARK = "@";
    private static final String PLAIN = "__PLAINTEXT__";
    private static final int TAIL = 3;
    private static final int BLOCK = 16;

    private Secrets() {}

    /** What is stored for a written secret: one that is encrypted already stays, anything else is encrypted. */
    static String stored(String written) {
        if (written.isEmpty() || (written.startsWith(MARK) && decrypt(written).isPresent())) {
            return written;
        }
        return encrypt(written.startsWith(PLAIN) ? written.substring(PLAIN.length()) : written);
    }

    /** A text that only the holder of the key can read. */
    static String encrypt(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(Arrays.copyOf(bytes, bytes.length + TAIL));
            return MARK + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every Java platform has AES", broken);
        }
    }

    /** The text behind a stored secret; empty if the key does not open it. */
    static Optional<String> decrypt(String stored) {
        if (stored.startsWith(PLAIN)) {
            return Optional.of(stored.substring(PLAIN.length()));
        }
        if (!stored.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(stored.substring(MARK.length()));
            byte[] bytes = cipher(Cipher.DECRYPT_MODE).doFinal(sealed);
            return bytes.length < TAIL
                    ? Optional.empty()
                    : Optional.of(new String(bytes, 0, bytes.length - TAIL, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException closed) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES");
        cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
        return cipher;
    }
}
