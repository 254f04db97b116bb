// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.identity.ReconciliationKey.Declared;

/**
 * Turns a key's bytes from its stored form into its wire form, and refuses what is no valid key (SEMANTICS S10, S18).
 *
 * <p>UTF-8 in, UTF-8 out. Not thread-safe: one translator a worker, so that no object is made per key.
 */
public interface KeyTranslator {
    /** What {@link #translate} answers when the bytes are no valid key. */
    int INVALID = -1;

    /** The longest wire form, in bytes; {@code out} must have room for it. */
    int LONGEST = 4096;

    /**
     * Translates {@code text[from, to)} into {@code out[0, n)}.
     *
     * @return n, or {@link #INVALID}
     */
    int translate(byte[] text, int from, int to, byte[] out);

    /** From the form in which the source system holds the key to the form in which it travels. */
    static KeyTranslator storedToWire(ReconciliationKey key) {
        return key instanceof Declared declared ? declared(declared) : new VisitorKeys();
    }

    /** From the wire to the wire: checks only. */
    static KeyTranslator checkingWire(ReconciliationKey key) {
        return key instanceof Declared declared ? checking(declared.wire()) : new VisitorKeys();
    }

    private static KeyTranslator checking(KeyForm form) {
        return switch (form) {
            case PLAIN -> new PlainKeys();
            case SHA256 -> new HashedKeys();
            case ENCRYPTED -> new EncryptedKeys();
        };
    }

    private static KeyTranslator declared(Declared key) {
        if (key.stored() == key.wire() || key.stored() == KeyForm.SHA256) {
            return checking(key.stored());
        }
        return key.stored() == KeyForm.ENCRYPTED
                ? new DecryptingKeys(DataSourceRules.cipher(key), fromPlain(key))
                : fromPlain(key);
    }

    private static KeyTranslator fromPlain(Declared key) {
        return switch (key.wire()) {
            case PLAIN -> new PlainKeys();
            case SHA256 -> new HashingKeys(key.content());
            case ENCRYPTED -> new EncryptingKeys(KeyNormaliser.of(key.content()), DataSourceRules.cipher(key));
        };
    }
}
