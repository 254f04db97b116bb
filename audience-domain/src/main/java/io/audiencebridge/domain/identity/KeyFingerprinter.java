// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.security.MessageDigest;

/**
 * The 16-byte fingerprint of a key in wire form: the first half of its SHA-256. The ledger and the kept memberships hold fingerprints, never keys.
 *
 * <p>Not thread-safe: one a worker. After {@link #take} the two halves stand in {@link #high()} and {@link #low()}.
 */
public final class KeyFingerprinter {
    private final MessageDigest digest = HashingKeys.sha256();
    private long high;
    private long low;

    /** A fingerprinter with a digest of its own. */
    public KeyFingerprinter() {}

    /** Takes the fingerprint of {@code key[from, to)}. */
    public void take(byte[] key, int from, int to) {
        digest.update(key, from, to - from);
        byte[] hash = digest.digest();
        high = half(hash, 0);
        low = half(hash, Long.BYTES);
    }

    /** The first 64 bits of the fingerprint taken last. */
    public long high() {
        return high;
    }

    /** The last 64 bits of the fingerprint taken last. */
    public long low() {
        return low;
    }

    private static long half(byte[] hash, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (hash[i] & 0xffL);
        }
        return value;
    }
}
