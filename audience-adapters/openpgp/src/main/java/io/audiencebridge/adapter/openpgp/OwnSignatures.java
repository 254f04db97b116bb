// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** What a primary key says of itself and of its subkeys; only signatures that it really made are told. */
final class OwnSignatures {
    private final PGPPublicKey primary;

    OwnSignatures(PGPPublicKey primary) {
        this.primary = primary;
    }

    /** Whether the primary key took {@code key} back. */
    boolean revoked(PGPPublicKey key) {
        int type = key.isMasterKey() ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION;
        return !ofType(key, type).isEmpty();
    }

    /** The newest that binds {@code key}: for a subkey its binding, for the primary key what it says of itself. */
    Option<PGPSignature> newest(PGPPublicKey key) {
        Seq<PGPSignature> binding = key.isMasterKey()
                ? ofType(key, PGPSignature.DIRECT_KEY).appendAll(certifications())
                : ofType(key, PGPSignature.SUBKEY_BINDING);
        return binding.maxBy(Comparator.comparing(PGPSignature::getCreationTime));
    }

    private Seq<PGPSignature> ofType(PGPPublicKey key, int type) {
        return Vector.ofAll(Iterator.ofAll(key.getSignaturesOfType(type)))
                .filter(signature -> made(
                        signature,
                        () -> key.isMasterKey()
                                ? signature.verifyCertification(primary)
                                : signature.verifyCertification(primary, key)));
    }

    private Seq<PGPSignature> certifications() {
        return Vector.ofAll(Iterator.ofAll(primary.getRawUserIDs())).flatMap(this::certifications);
    }

    private Seq<PGPSignature> certifications(byte[] userId) {
        return Vector.ofAll(Iterator.ofAll(primary.getSignaturesForID(userId)))
                .filter(PGPSignature::isCertification)
                .filter(signature -> made(signature, () -> signature.verifyCertification(userId, primary)));
    }

    private boolean made(PGPSignature signature, Check check) {
        if (signature.getKeyID() != primary.getKeyID()) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), primary);
            return check.holds();
        } catch (PGPException | RuntimeException unreadable) {
            return false;
        }
    }

    /** Recomputes a signature. */
    private interface Check {
        boolean holds() throws PGPException;
    }
}
