// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** How a key that people hold becomes what travels, by code of theirs. Not thread-safe. */
interface Wire {
    /** The key in a row. */
    String of(String key);

    /** As it is. */
    static Wire plain() {
        return key -> key;
    }

    /** Trimmed, lower-cased, hashed and written in hexadecimal digits, as people do who care: one digest for all rows, {@code HexFormat}. */
    static Wire hashed() {
        MessageDigest digest = sha256();
        HexFormat digits = HexFormat.of();
        return key -> digits.formatHex(digest.digest(normalised(key)));
    }

    /** The line that is pasted: a digest for each row, {@code String.format} for each byte. */
    static Wire pasted() {
        return key -> {
            StringBuilder text = new StringBuilder();
            for (byte one : sha256().digest(normalised(key))) {
                text.append(String.format("%02x", one));
            }
            return text.toString();
        };
    }

    private static byte[] normalised(String key) {
        return key.trim().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /** A digest, which every Java has. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
