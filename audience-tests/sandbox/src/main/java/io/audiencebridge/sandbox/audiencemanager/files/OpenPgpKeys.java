// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
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
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.jspecify.annotations.Nullable;

/**
 * The key pair to whose public half partners encrypt: one of its own, made when it is asked for first, or one that is
 * given. Source: audience-manager.md, section 4.3. Thread-safe.
 */
final class OpenPgpKeys {
    private static final String OWNER = "Audience Manager of the sandbox <sandbox@example.com>";
    private static final int BITS = 2_048;

    private @Nullable PGPSecretKeyRing ring;
    private char[] passphrase = {};

    /** The public half, in armor. */
    synchronized String publicKey() {
        ByteArrayOutputStream armored = new ByteArrayOutputStream();
        try (OutputStream out = ArmoredOutputStream.builder().clearHeaders().build(armored)) {
            for (Iterator<PGPPublicKey> keys = ring().getPublicKeys(); keys.hasNext(); ) {
                keys.next().encode(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write its public key", e);
        }
        return armored.toString(StandardCharsets.US_ASCII);
    }

    /**
     * Takes another key pair.
     *
     * @param secretKey as {@code gpg --export-secret-keys} writes it, in armor or not
     * @param password that protects it; empty for none
     * @throws IllegalArgumentException if it cannot be read
     */
    synchronized void load(byte[] secretKey, String password) {
        try {
            PGPSecretKeyRing given = new PGPSecretKeyRing(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(secretKey)), new BcKeyFingerprintCalculator());
            // A wrong password shows here and not with the first file.
            for (PGPSecretKey key : given) {
                if (!key.isPrivateKeyEmpty()) {
                    opened(key, password.toCharArray());
                }
            }
            ring = given;
            passphrase = password.toCharArray();
        } catch (IOException | PGPException | RuntimeException e) {
            // The library answers some broken keys with unchecked exceptions of many kinds.
            throw new IllegalArgumentException("The secret key cannot be read: " + e.getMessage(), e);
        }
    }

    synchronized void reset() {
        ring = null;
        passphrase = new char[0];
    }

    /** The key with a number, open; empty if it is not of this pair. */
    synchronized Optional<PGPKeyPair> find(long keyId) throws PGPException {
        PGPSecretKey key = ring().getSecretKey(keyId);
        return key == null ? Optional.empty() : Optional.of(opened(key, passphrase));
    }

    private static PGPKeyPair opened(PGPSecretKey key, char[] password) throws PGPException {
        PBESecretKeyDecryptor opener =
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(password);
        return key.extractKeyPair(opener);
    }

    private PGPSecretKeyRing ring() {
        PGPSecretKeyRing known = ring;
        if (known == null) {
            known = made();
            ring = known;
        }
        return known;
    }

    private static PGPSecretKeyRing made() {
        try {
            PGPKeyPair primary = pair(PublicKeyAlgorithmTags.RSA_GENERAL);
            PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    OWNER,
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    flags(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA),
                    null,
                    new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                    null);
            generator.addSubKey(
                    pair(PublicKeyAlgorithmTags.RSA_GENERAL),
                    flags(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE),
                    null);
            return generator.generateSecretKeyRing();
        } catch (PGPException e) {
            throw new IllegalStateException("The sandbox could not make its key pair", e);
        }
    }

    private static PGPSignatureSubpacketVector flags(int uses) {
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setKeyFlags(true, uses);
        packets.setPreferredSymmetricAlgorithms(
                false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
        packets.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        return packets.generate();
    }

    /** By the JDK's own generator, which needs a fraction of the time of the other library's. */
    private static PGPKeyPair pair(int algorithm) throws PGPException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new JcaPGPKeyPair(
                    PublicKeyPacket.VERSION_4, algorithm, generator.generateKeyPair(), Date.from(Instant.now()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no RSA, which every one must have", e);
        }
    }
}
