// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.Secret;

/**
 * A key under which Audience Manager signs what it pushes. Can be printed: the secret stays hidden. Source: Audience Manager, "Digitally signed HTTP requests".
 *
 * @param algorithm how it signs
 * @param secret the key as it was given to Audience Manager; its UTF-8 bytes are the key (UNVERIFIED for keys beyond ASCII)
 */
public record PushKey(Algorithm algorithm, Secret secret) {
    /** A key for HMAC SHA-1, which Audience Manager uses unless told otherwise. */
    public static PushKey sha1(Secret secret) {
        return new PushKey(Algorithm.SHA1, secret);
    }

    /** A key for HMAC SHA-256. */
    public static PushKey sha256(Secret secret) {
        return new PushKey(Algorithm.SHA256, secret);
    }

    /** A key for HMAC MD5. */
    public static PushKey md5(Secret secret) {
        return new PushKey(Algorithm.MD5, secret);
    }

    /** The documented ways to sign. */
    public enum Algorithm {
        /** HMAC SHA-1, the default. */
        SHA1("HmacSHA1"),
        /** HMAC SHA-256. */
        SHA256("HmacSHA256"),
        /** HMAC MD5. */
        MD5("HmacMD5");

        private final String standardName;

        Algorithm(String standardName) {
            this.standardName = standardName;
        }

        String standardName() {
            return standardName;
        }
    }
}
