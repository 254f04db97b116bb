// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/**
 * An OpenPGP key pair for tests: a destination encrypts to its public half, and whoever holds the secret half reads.
 *
 * @param publicKey in armour
 * @param secretKey in armour, without a passphrase
 */
public record OpenPgpKeyPair(String publicKey, String secretKey) {
    private static final int BITS = 2048;

    /** A new pair: RSA of 2048 bits, a key to sign with and one to encrypt to. Takes a fraction of a second. */
    public static OpenPgpKeyPair made() {
        try {
            PGPKeyPair primary = pair();
            PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    "Campaign <campaign@example.com>",
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    said(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA),
                    null,
                    new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                    null);
            generator.addSubKey(pair(), said(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE), null);
            PGPSecretKeyRing secret = generator.generateSecretKeyRing();
            return new OpenPgpKeyPair(
                    armoured(generator.generatePublicKeyRing().getEncoded()), armoured(secret.getEncoded()));
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints the public half only. */
    @Override
    public String toString() {
        return "OpenPgpKeyPair[" + publicKey + "]";
    }

    private static PGPKeyPair pair() throws PGPException {
        return new BcPGPKeyPairGeneratorProvider()
                .get(PublicKeyPacket.VERSION_4, Date.from(Instant.parse("2024-01-01T00:00:00Z")))
                .generateRsaKeyPair(BITS);
    }

    private static PGPSignatureSubpacketVector said(int uses) {
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setKeyFlags(true, uses);
        return packets.generate();
    }

    private static String armoured(byte[] key) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream out = ArmoredOutputStream.builder().clearHeaders().build(text)) {
            out.write(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
