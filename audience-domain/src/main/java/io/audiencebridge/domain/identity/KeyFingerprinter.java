// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * The 16-byte fingerprint of a key in wire form: the first half of its SHA-256. The ledger and the kept memberships hold fingerprints, never keys.
 *
 * <p>Not thread-safe: one a worker. After {@link #take} the two halves stand in {@link #high()} and {@link #low()}.
 */
public final class KeyFingerprinter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest = HashingKeys.sha256();
    private final byte[] hash = new byte[HashingKeys.HASH_BYTES];
    private long high;
    private long low;

    /** A fingerprinter with a digest of its own. */
    public KeyFingerprinter() {}

    /** Takes the fingerprint of {@code key[from, to)}; makes no object. */
    public void take(byte[] key, int from, int to) {
        digest.update(key, from, to - from);
        HashingKeys.finish(digest, hash);
        high = (long) LONGS.get(hash, 0);
        low = (long) LONGS.get(hash, Long.BYTES);
    }

    /** The first 64 bits of the fingerprint taken last. */
    public long high() {
        return high;
    }

    /** The last 64 bits of the fingerprint taken last. */
    public long low() {
        return low;
    }
}
