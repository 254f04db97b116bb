// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;

/**
 * Packs a key into 128 bits, so that two keys are the same if their bits are. Visitor ids are packed without loss; SHA-256 hashes by their first half, and all other keys by
 * the first half of theirs: a false pair among 100 million keys on either side has a chance below one in 10^22.
 *
 * <p>Not thread-safe: one packer a worker.
 */
public abstract class KeyPacker {
    KeyPacker() {}

    private long high;
    private long low;

    /** Packs {@code text[from, to)} and says whether it is a valid key; then the bits stand in {@link #high()} and {@link #low()}. */
    public abstract boolean pack(byte[] text, int from, int to);

    /** The first half of the key packed last. */
    public final long high() {
        return high;
    }

    /** The second half of the key packed last. */
    public final long low() {
        return low;
    }

    final boolean packed(long first, long last) {
        high = first;
        low = last;
        return true;
    }

    /** Whether keys packed so are whole: two that are packed alike are the same for certain. */
    public static boolean isLossless(ReconciliationKey key, boolean byFingerprint) {
        return !byFingerprint && !(key instanceof Declared);
    }

    /** For keys in wire form. {@code byFingerprint} packs by the fingerprints that kept memberships hold. */
    public static KeyPacker ofMembers(ReconciliationKey key, boolean byFingerprint) {
        if (byFingerprint) {
            return new FingerprintPacker(KeyTranslator.checkingWire(key));
        }
        if (key instanceof Declared declared) {
            return declared.wire() == KeyForm.SHA256
                    ? new HexPacker()
                    : new FingerprintPacker(KeyTranslator.checkingWire(key));
        }
        return new VisitorPacker();
    }

    /** For the members of {@code task}. */
    public static KeyPacker ofMembers(MatchTask task) {
        return ofMembers(task.key(), isByFingerprint(task));
    }

    /** For the recipients of {@code task}, whether they are packed already or not. */
    public static KeyPacker ofRecipients(MatchTask task) {
        return task.packedRecipients() ? new RawPacker() : ofRecipients(task.key(), isByFingerprint(task));
    }

    /** For keys that are packed already, as {@link PackingSource} packs them. */
    public static KeyPacker ofPacked() {
        return new RawPacker();
    }

    private static boolean isByFingerprint(MatchTask task) {
        return task.keptMembers().size() > 0;
    }

    /** For keys in stored form, packed as their wire forms are. */
    public static KeyPacker ofRecipients(ReconciliationKey key, boolean byFingerprint) {
        if (!byFingerprint && key instanceof Declared declared && declared.wire() == KeyForm.SHA256) {
            return declared.stored() == KeyForm.SHA256
                    ? new HexPacker()
                    : new TranslatedPacker(KeyTranslator.storedToWire(key), new HexPacker());
        }
        return !byFingerprint && !(key instanceof Declared)
                ? new VisitorPacker()
                : new FingerprintPacker(KeyTranslator.storedToWire(key));
    }
}
