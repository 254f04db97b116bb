// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
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
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/**
 * An OpenPGP key pair for tests: a destination encrypts to its public half, and whoever holds the secret half reads.
 *
 * @param publicKey in armour
 * @param secretKey in armour, without a passphrase
 */
public record OpenPgpKeyPair(String publicKey, String secretKey) {
    private static final int BITS = 2048;

    /** A new pair of somebody at Campaign: RSA of 2048 bits, a key to sign with and one to encrypt to. Takes a fraction of a second. */
    public static OpenPgpKeyPair made() {
        return made("Campaign <campaign@example.com>");
    }

    /** A new pair of {@code owner}, a name with an address. */
    public static OpenPgpKeyPair made(String owner) {
        try {
            PGPKeyPair primary = pair();
            PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    owner,
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

    /** By the JDK's own generator, which needs a fraction of the time of the other library's. */
    private static PGPKeyPair pair() throws PGPException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new JcaPGPKeyPair(
                    PublicKeyPacket.VERSION_4,
                    PublicKeyAlgorithmTags.RSA_GENERAL,
                    generator.generateKeyPair(),
                    Date.from(Instant.parse("2024-01-01T00:00:00Z")));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no RSA, which every one must have", e);
        }
    }

    private static PGPSignatureSubpacketVector said(int uses) {
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setKeyFlags(true, uses);
        packets.setPreferredSymmetricAlgorithms(
                false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
        packets.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
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
