// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed 16-byte digests by which people who opted out are remembered (SEMANTICS S23): the first half of HMAC-SHA256 under the user's secret. Without the secret nobody can
 * try e-mail addresses or numbers against them. Digests of recipients, of keys and of anything else are of different keys, which are derived from the secret.
 *
 * <p>Not thread-safe: one a worker. After {@link #take} the two halves stand in {@link #high()} and {@link #low()}; no object is made.
 */
public final class PersonDigester implements AutoCloseable {
    /** The fewest characters of a secret. Digests are not stretched, so it must be one that nobody can guess. */
    public static final int SHORTEST_SECRET = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK = 64;
    private static final int ID = 2 * Long.BYTES;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest digest = HashingKeys.sha256();
    private final byte[] inner = new byte[BLOCK + ID];
    private final byte[] outer = new byte[BLOCK];
    private final byte[] hash = new byte[HashingKeys.HASH_BYTES];
    private long high;
    private long low;

    /** The two blocks of RFC 2104: {@code Mac} gives an array for each digest, and there may be a hundred million of them. */
    PersonDigester(byte[] key) {
        Arrays.fill(inner, INNER);
        Arrays.fill(outer, OUTER);
        for (int i = 0; i < key.length; i++) {
            inner[i] ^= key[i];
            outer[i] ^= key[i];
        }
    }

    /** For recipients of a connection. */
    public static PersonDigester ofRecipients(Secret secret, ConnectionName connection) {
        return new PersonDigester(derived(secret, "recipient " + connection.value()));
    }

    /**
     * For keys, taken by their fingerprints or packed whole; both are remembered. What is a hash, an e-mail address, a phone number or a visitor id names a person wherever it
     * stands; any other value, such as a customer's number, names one in its field only.
     */
    public static PersonDigester ofKeys(Secret secret, ReconciliationKey key) {
        return new PersonDigester(derived(secret, "key " + namespace(key)));
    }

    /** For what was done for a person, so that it is not done again. */
    public static PersonDigester ofDeeds(Secret secret, String deed) {
        return new PersonDigester(derived(secret, "deed " + deed));
    }

    /** What tells this secret from another, and nothing else of it: 32 hexadecimal digits. */
    public static String check(Secret secret) {
        return HexFormat.of().formatHex(derived(secret, "check"), 0, ID);
    }

    /** Takes the digest of 16 bytes; makes no object. */
    public void take(long idHigh, long idLow) {
        LONGS.set(inner, BLOCK, idHigh);
        LONGS.set(inner, BLOCK + Long.BYTES, idLow);
        digest.update(inner);
        HashingKeys.finish(digest, hash);
        digest.update(outer);
        digest.update(hash);
        HashingKeys.finish(digest, hash);
        high = (long) LONGS.get(hash, 0);
        low = (long) LONGS.get(hash, Long.BYTES);
    }

    /** The first 64 bits of the digest taken last. */
    public long high() {
        return high;
    }

    /** The last 64 bits of the digest taken last. */
    public long low() {
        return low;
    }

    /** Overwrites what was derived from the secret; what is taken afterwards is of no worth. */
    @Override
    public void close() {
        Arrays.fill(inner, (byte) 0);
        Arrays.fill(outer, (byte) 0);
    }

    private static String namespace(ReconciliationKey key) {
        boolean isLocal = key instanceof Declared declared
                && declared.content() == KeyContent.OPAQUE
                && declared.stored() != KeyForm.SHA256;
        return isLocal ? ((Declared) key).field().replaceFirst("^@", "") : "";
    }

    private static byte[] derived(Secret secret, String purpose) {
        byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
