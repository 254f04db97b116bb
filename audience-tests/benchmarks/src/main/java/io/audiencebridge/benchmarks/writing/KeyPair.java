// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.adapter.openpgp.OpenPgpFactory;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.domain.spi.engine.Cipher;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/** An OpenPGP key that lives as long as the process: files are encrypted to it and read back. */
final class KeyPair {
    private static final int BITS = 2048;
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private KeyPair() {}

    /** A cipher to a new key, by the usual settings: AES-256 over ZIP at level 1. */
    static Cipher cipher() throws IOException {
        try {
            PGPKeyRingGenerator keys = generator();
            return new OpenPgpFactory()
                    .open(OpenPgpSettings.builder()
                            .publicKeyBytes(keys.generatePublicKeyRing().getEncoded())
                            .privateKeyBytes(keys.generateSecretKeyRing().getEncoded())
                            .build())
                    .getOrElseThrow(error -> new IOException(error.message()));
        } catch (PGPException failed) {
            throw new IOException(failed);
        }
    }

    private static PGPKeyRingGenerator generator() throws PGPException {
        PGPKeyPair primary = pair();
        PGPKeyRingGenerator keys = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                "Benchmarks <benchmarks@example.com>",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                uses(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA),
                null,
                new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
        keys.addSubKey(pair(), uses(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE), null);
        return keys;
    }

    private static PGPKeyPair pair() throws PGPException {
        return new BcPGPKeyPairGeneratorProvider()
                .get(PublicKeyPacket.VERSION_4, Date.from(MADE))
                .generateRsaKeyPair(BITS);
    }

    private static PGPSignatureSubpacketVector uses(int flags) {
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setKeyFlags(true, flags);
        return packets.generate();
    }
}
