// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.InputStreamPacket;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.PGPSessionKeyEncryptedData;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/** The encrypted part of a message: finds the key it is for, and refuses what protects nothing. */
final class SealedMessage {
    /** A message that does not say whose it is costs a private key's work for each of its session keys and each of ours. */
    private static final int MOST_TRIALS = 64;

    private final PGPEncryptedDataList packets;
    private final PGPSessionKeyEncryptedData content;
    private final String file;

    SealedMessage(PGPEncryptedDataList packets, String file) {
        this.packets = packets;
        this.content = packets.extractSessionKeyEncryptedData();
        this.file = file;
    }

    /** What is inside, not yet verified. */
    InputStream open(PrivateKeys keys) throws IOException, PGPException {
        InputStreamPacket sealed = packets.getEncryptedData();
        if (!(sealed instanceof SymmetricEncIntegrityPacket) && !(sealed instanceof AEADEncDataPacket)) {
            throw Refused.damage(file, "has no integrity protection, so that anybody may have changed it");
        }
        PGPSessionKey key = sessionKey(keys);
        if (!isAes(key.getAlgorithm())) {
            throw Refused.damage(
                    file, "is encrypted with algorithm " + key.getAlgorithm() + " of OpenPGP, and only AES is taken");
        }
        return content.getDataStream(new BcSessionKeyDataDecryptorFactory(key));
    }

    /** Verifies what was read to its end. The newer kinds verify themselves piece by piece. */
    void verify() throws IOException, PGPException {
        boolean older = packets.getEncryptedData() instanceof SymmetricEncIntegrityPacket sealed
                && sealed.getVersion() == SymmetricEncIntegrityPacket.VERSION_1;
        if (older && !content.verify()) {
            throw Refused.damage(file, "was changed or cut short after it had been encrypted");
        }
    }

    private PGPSessionKey sessionKey(PrivateKeys keys) throws IOException, PGPException {
        Seq<PGPPublicKeyEncryptedData> recipients = Vector.ofAll(Iterator.ofAll(packets.getEncryptedDataObjects()))
                .filter(PGPPublicKeyEncryptedData.class::isInstance)
                .map(PGPPublicKeyEncryptedData.class::cast);
        if (recipients.isEmpty()) {
            throw Refused.damage(file, "is encrypted with a passphrase, and not to a key");
        }
        for (PGPPublicKeyEncryptedData recipient : recipients) {
            Option<PGPKeyPair> ours = keys.find(recipient.getKeyIdentifier().getKeyId());
            if (ours.isDefined()) {
                return recipient.getSessionKey(new BcPublicKeyDataDecryptorFactory(ours.get()));
            }
        }
        return hidden(recipients.filter(SealedMessage::isHidden), keys)
                .getOrElseThrow(() -> new Refused(notOurs(recipients)));
    }

    private static Option<PGPSessionKey> hidden(Seq<PGPPublicKeyEncryptedData> recipients, PrivateKeys keys) {
        return recipients
                .flatMap(one -> keys.all().map(key -> new Trial(one, key)))
                .take(MOST_TRIALS)
                .iterator()
                .flatMap(Trial::key)
                .headOption();
    }

    private BridgeError notOurs(Seq<PGPPublicKeyEncryptedData> recipients) {
        String theirs = recipients
                .map(one -> isHidden(one)
                        ? "one that is not told"
                        : KeyIds.text(one.getKeyIdentifier().getKeyId()))
                .distinct()
                .mkString(", ");
        return BridgeError.InvalidRequest.of(
                "openPgp.privateKey",
                "File " + file + " is encrypted to other keys, " + theirs
                        + "; add the private key to the settings, or have the file encrypted to yours");
    }

    private static boolean isHidden(PGPPublicKeyEncryptedData recipient) {
        return recipient.getKeyIdentifier().isWildcard();
    }

    private static boolean isAes(int algorithm) {
        return algorithm == SymmetricKeyAlgorithmTags.AES_128
                || algorithm == SymmetricKeyAlgorithmTags.AES_192
                || algorithm == SymmetricKeyAlgorithmTags.AES_256;
    }

    /** One key tried on one recipient. */
    private record Trial(PGPPublicKeyEncryptedData recipient, PGPKeyPair ours) {
        Option<PGPSessionKey> key() {
            try {
                return Option.some(recipient.getSessionKey(new BcPublicKeyDataDecryptorFactory(ours)));
            } catch (PGPException | RuntimeException another) {
                return Option.none();
            }
        }
    }
}
