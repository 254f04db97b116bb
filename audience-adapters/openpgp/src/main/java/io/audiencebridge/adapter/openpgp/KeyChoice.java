// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/** The key of a recipient that files are encrypted to: the newest that may be used for it, or the one that was asked for. Safe for use by several threads. */
final class KeyChoice {
    private final KeyState primary;
    private final Vector<KeyState> candidates;

    /**
     * Out of {@code ring}.
     *
     * @param wanted a plain id; that of a subkey rules all others out
     */
    KeyChoice(PGPPublicKeyRing ring, Option<String> wanted) {
        OwnSignatures signatures = new OwnSignatures(ring.getPublicKey());
        primary = new KeyState(ring.getPublicKey(), signatures);
        Vector<PGPPublicKey> all = Vector.ofAll(Iterator.ofAll(ring.getPublicKeys()));
        Vector<PGPPublicKey> named = all.filter(key -> !key.isMasterKey() && wanted.exists(id -> KeyIds.name(id, key)));
        candidates = (named.isEmpty() ? all : named).map(key -> new KeyState(key, signatures));
    }

    /** The key at that moment; left: why there is none. */
    Either<String, PGPPublicKey> at(Instant now) {
        Option<String> whole = primary.defect(now);
        return whole.isDefined()
                ? Either.left(whole.get())
                : candidates
                        .filter(state -> state.unfit(now).isEmpty())
                        .map(KeyState::key)
                        .maxBy(Comparator.comparing(PGPPublicKey::getCreationTime))
                        .toEither(() ->
                                candidates.flatMap(state -> state.unfit(now)).mkString("; "));
    }
}
