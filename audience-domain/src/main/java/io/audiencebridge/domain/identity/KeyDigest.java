// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that people take of ids. Only {@link #SHA256} is what Adobe's systems agree on; the others are there to recognise them. Safe for use by several threads. */
public enum KeyDigest {
    /** 32 hexadecimal digits. */
    MD5("MD5", 32),
    /** 40 hexadecimal digits. */
    SHA1("SHA-1", 40),
    /** 64 hexadecimal digits. */
    SHA256("SHA-256", 64),
    /** 128 hexadecimal digits. */
    SHA512("SHA-512", 128);

    private final String algorithm;
    private final int digits;

    KeyDigest(String algorithm, int digits) {
        this.algorithm = algorithm;
        this.digits = digits;
    }

    /** Its usual name, such as {@code SHA-256}. */
    public String algorithm() {
        return algorithm;
    }

    /** Hexadecimal digits of a digest. */
    public int digits() {
        return digits;
    }

    /** The digest of the text's UTF-8 bytes, in hexadecimal digits of lower case. */
    public String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of {@code bytes}, in hexadecimal digits of lower case. */
    public String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks " + algorithm, missing);
        }
    }
}
