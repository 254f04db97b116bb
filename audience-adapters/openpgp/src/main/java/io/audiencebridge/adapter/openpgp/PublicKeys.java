// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;

/** Reads public keys, and finds the recipient's among them. */
final class PublicKeys {
    private static final String SUBJECT = "openPgp.publicKey";

    private PublicKeys() {}

    static Either<Violation, KeyChoice> recipient(String text, Option<String> written) {
        Option<String> wanted = written.map(KeyIds::plain);
        if (wanted.exists(id -> !KeyIds.isLongEnough(id))) {
            return wrong(
                    "openPgp.recipient",
                    "'" + written.get() + "' is no key id of 16 and no fingerprint of 40 or 64 hexadecimal digits");
        }
        return rings(text).flatMap(rings -> one(rings, wanted)).map(ring -> new KeyChoice(ring, wanted));
    }

    private static Either<Violation, PGPPublicKeyRing> one(Vector<PGPPublicKeyRing> rings, Option<String> wanted) {
        Vector<PGPPublicKeyRing> fitting =
                wanted.isEmpty() ? rings : rings.filter(ring -> wanted.exists(id -> holds(ring, id)));
        if (fitting.size() == 1) {
            return Either.right(fitting.get());
        }
        String there =
                rings.map(ring -> KeyIds.text(ring.getPublicKey())).distinct().mkString(", ");
        return fitting.isEmpty()
                ? wrong("openPgp.recipient", wanted.get() + " is none of the keys given, which are " + there)
                : wrong("openPgp.recipient", "there are several public keys, " + there + "; say to which of them");
    }

    private static Either<Violation, Vector<PGPPublicKeyRing>> rings(String text) {
        try {
            Vector<PGPPublicKeyRing> rings =
                    Vector.ofAll(Iterator.ofAll(new BcPGPPublicKeyRingCollection(KeyText.bytes(text)).getKeyRings()));
            return rings.isEmpty()
                    ? wrong(SUBJECT, "holds no public key; export one from the recipient")
                    : Either.right(rings);
        } catch (IOException | PGPException | RuntimeException unreadable) {
            return wrong(SUBJECT, "cannot be read as an OpenPGP public key; give its ASCII armour or its base64");
        }
    }

    private static boolean holds(PGPPublicKeyRing ring, String id) {
        return Iterator.ofAll(ring.getPublicKeys()).exists(key -> KeyIds.name(id, key));
    }

    private static <T> Either<Violation, T> wrong(String subject, String message) {
        return Either.left(new Violation(subject, message));
    }
}
