// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.vavr.control.Option;
import java.time.Instant;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/** What the signatures on a key say of it. Found once, since checking a signature changes it and several threads encrypt. */
final class KeyState {
    private static final int ENCRYPTION = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    private final PGPPublicKey key;
    private final boolean revoked;
    private final boolean bound;
    private final boolean forEncryption;
    private final Option<Instant> end;

    KeyState(PGPPublicKey key, OwnSignatures signatures) {
        this.key = key;
        Option<PGPSignature> newest = signatures.newest(key);
        Option<PGPSignatureSubpacketVector> said = newest.flatMap(one -> Option.of(one.getHashedSubPackets()));
        revoked = signatures.revoked(key);
        bound = newest.isDefined();
        forEncryption = key.isEncryptionKey() && said.forAll(KeyState::allowsEncryption);
        end = said.map(PGPSignatureSubpacketVector::getKeyExpirationTime)
                .filter(seconds -> seconds > 0)
                .map(seconds -> key.getCreationTime().toInstant().plusSeconds(seconds));
    }

    PGPPublicKey key() {
        return key;
    }

    /** Why files cannot be encrypted to it. */
    Option<String> unfit(Instant now) {
        return forEncryption ? defect(now) : Option.some(name() + " is not for encryption");
    }

    /** Why nobody may use it. */
    Option<String> defect(Instant now) {
        if (revoked) {
            return Option.some(name() + " was revoked");
        }
        if (!bound) {
            return Option.some(name() + " carries no valid signature of its own");
        }
        return end.filter(last -> !now.isBefore(last)).map(last -> name() + " expired on " + last);
    }

    private String name() {
        return "key " + KeyIds.text(key);
    }

    /** A key that says nothing of its use may be used for whatever its algorithm can do. */
    private static boolean allowsEncryption(PGPSignatureSubpacketVector said) {
        return !said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS) || (said.getKeyFlags() & ENCRYPTION) != 0;
    }
}
