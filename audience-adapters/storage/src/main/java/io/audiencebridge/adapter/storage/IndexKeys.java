// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.system.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which files of recipients' keys are encrypted: the secret, stretched by PBKDF2 with a salt of the copy, gives a root; each file has a key of its own, taken
 * from the root by HMAC over a salt of the file, so that its chunks may be counted from nought. Safe for use by several threads.
 */
final class IndexKeys implements AutoCloseable {
    /** Bytes of a salt. */
    static final int SALT = 16;

    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;
    private static final byte[] PURPOSE = "recipient index".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ORDER = "recipient index, order of its rows".getBytes(StandardCharsets.US_ASCII);

    private final Secret secret;
    private final Map<ByteBuffer, byte[]> roots = new ConcurrentHashMap<>();

    IndexKeys(Secret secret) {
        this.secret = secret;
    }

    /** The key of the file with that salt, in the copy with that one. */
    SecretKeySpec of(byte[] copy, byte[] file) {
        return new SecretKeySpec(derived(copy, PURPOSE, file), "AES");
    }

    /** The seed of the hash by which the rows of that copy are ordered. It stands nowhere. */
    long seed(byte[] copy) {
        return ByteBuffer.wrap(derived(copy, ORDER, copy)).getLong();
    }

    /** Overwrites what was derived from the secret; who asks afterwards derives it anew. */
    @Override
    public void close() {
        roots.values().forEach(root -> Arrays.fill(root, (byte) 0));
        roots.clear();
    }

    private byte[] derived(byte[] copy, byte[] purpose, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root(copy), "HmacSHA256"));
            mac.update(purpose);
            return mac.doFinal(salt);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    /** Stretching is slow on purpose, so it is done once a copy. */
    private byte[] root(byte[] copy) {
        return roots.computeIfAbsent(ByteBuffer.wrap(copy.clone()), salt -> stretched(copy));
    }

    private byte[] stretched(byte[] salt) {
        PBEKeySpec asked = new PBEKeySpec(secret.reveal().toCharArray(), salt, ROUNDS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(asked)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", missing);
        } finally {
            asked.clearPassword();
        }
    }
}
