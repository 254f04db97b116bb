// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** The private keys that decrypt, by their ids. Old ones, too: a file that was encrypted before a key expired can still be read. */
final class PrivateKeys {
    private static final String SUBJECT = "openPgp.privateKey";

    private final Map<Long, PGPKeyPair> keys;

    private PrivateKeys(Map<Long, PGPKeyPair> keys) {
        this.keys = keys;
    }

    static PrivateKeys none() {
        return new PrivateKeys(HashMap.empty());
    }

    /** Reads and unlocks the keys in {@code text}. */
    static Either<Violation, PrivateKeys> of(Secret text, Option<Secret> passphrase) {
        char[] unlocking = passphrase.map(Secret::reveal).getOrElse("").toCharArray();
        try {
            Seq<PGPSecretKey> secrets = Vector.ofAll(new BcPGPSecretKeyRingCollection(KeyText.bytes(text.reveal())))
                    .flatMap(ring -> Iterator.ofAll(ring.getSecretKeys()))
                    .filter(key -> key.getPublicKey().isEncryptionKey() && !key.isPrivateKeyEmpty());
            return secrets.isEmpty()
                    ? wrong(SUBJECT, "holds no private key that decrypts; export the secret key with its subkeys")
                    : unlocked(secrets, unlocking);
        } catch (IOException | PGPException | RuntimeException unreadable) {
            return wrong(SUBJECT, "cannot be read as an OpenPGP private key; give its ASCII armour or its base64");
        } finally {
            Arrays.fill(unlocking, '\0');
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Option<PGPKeyPair> find(long keyId) {
        return keys.get(keyId);
    }

    /** All of them, for a message that does not say whose it is. */
    Seq<PGPKeyPair> all() {
        return keys.values().toVector();
    }

    private static Either<Violation, PrivateKeys> unlocked(Seq<PGPSecretKey> secrets, char[] passphrase) {
        PBESecretKeyDecryptor decryptor =
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase);
        java.util.HashMap<Long, PGPKeyPair> keys = new java.util.HashMap<>();
        try {
            for (PGPSecretKey secret : secrets) {
                keys.put(secret.getKeyID(), secret.extractKeyPair(decryptor));
            }
            return Either.right(new PrivateKeys(HashMap.ofAll(keys)));
        } catch (PGPException | RuntimeException locked) {
            return wrong("openPgp.passphrase", "does not open the private key; give the one that protects it");
        }
    }

    private static <T> Either<Violation, T> wrong(String subject, String message) {
        return Either.left(new Violation(subject, message));
    }
}
