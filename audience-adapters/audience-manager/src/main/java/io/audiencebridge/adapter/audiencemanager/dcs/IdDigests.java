// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of ids under a key that nobody knows and that ends with the connection, so that memory holds no id. Safe for use by several threads. */
final class IdDigests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private IdDigests(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    static IdDigests fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new IdDigests(key);
    }

    Digest of(SentId id) {
        return of(id.key());
    }

    private Digest of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            ByteBuffer bytes = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(bytes.getLong(), bytes.getLong());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java runtime lacks " + ALGORITHM + ", which every runtime must have", missing);
        }
    }

    /** The first half of a digest. */
    record Digest(long high, long low) {}
}
