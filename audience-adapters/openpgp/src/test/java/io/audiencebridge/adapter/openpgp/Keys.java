// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/** A key with its subkeys, made for a test. */
final class Keys {
    static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
    static final int ENCRYPTION = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;
    static final String PASSPHRASE = "correct horse battery staple";

    private final PGPKeyPair primary;
    private final List<PGPKeyPair> subkeys = new ArrayList<>();
    private final PGPKeyRingGenerator generator;
    private final List<Revocation> revocations = new ArrayList<>();

    private Keys(PGPKeyPair primary, Duration life) throws PGPException {
        this.primary = primary;
        this.generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                "Audiences <audiences@example.com>",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                said(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA, life),
                null,
                signer(primary),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).build(PASSPHRASE.toCharArray()));
    }

    /** An Ed25519 key that lives for ever, and cannot encrypt. */
    static Keys signing() {
        return signing(Duration.ZERO);
    }

    static Keys signing(Duration life) {
        return made(() -> new Keys(generating(MADE).generateLegacyEd25519KeyPair(), life));
    }

    /** An RSA key whose primary key could encrypt by its algorithm, and says that it is for signing. */
    static Keys rsa() {
        return made(() -> new Keys(generating(MADE).generateRsaKeyPair(2048), Duration.ZERO));
    }

    /** The usual key: one subkey for encryption. */
    static Keys usual() {
        return signing().subkey(MADE, ENCRYPTION, Duration.ZERO);
    }

    Keys subkey(Instant created, int flags, Duration life) {
        return add(made(() -> generating(created).generateLegacyX25519KeyPair()), said(flags, life));
    }

    Keys rsaSubkey() {
        return add(made(() -> generating(MADE).generateRsaKeyPair(2048)), said(ENCRYPTION, Duration.ZERO));
    }

    /** A subkey that says nothing of its use. */
    Keys silentSubkey() {
        return add(
                made(() -> generating(MADE).generateLegacyX25519KeyPair()),
                new PGPSignatureSubpacketGenerator().generate());
    }

    Keys revokePrimary() {
        revocations.add(new Revocation(PGPSignature.KEY_REVOCATION, 0));
        return this;
    }

    Keys revokeSubkey(int subkey) {
        revocations.add(new Revocation(PGPSignature.SUBKEY_REVOCATION, 1 + subkey));
        return this;
    }

    PGPPublicKeyRing ring() {
        return made(() -> {
            PGPPublicKeyRing ring =
                    new BcPGPPublicKeyRing(secret().toCertificate().getEncoded());
            for (Revocation revocation : revocations) {
                PGPPublicKey key = publicKeys(ring).get(revocation.key());
                PGPSignatureGenerator signatures = new PGPSignatureGenerator(signer(primary), ring.getPublicKey());
                signatures.init(revocation.type(), primary.getPrivateKey());
                PGPSignature signature = revocation.key() == 0
                        ? signatures.generateCertification(key)
                        : signatures.generateCertification(ring.getPublicKey(), key);
                ring = PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(key, signature));
            }
            return ring;
        });
    }

    PGPSecretKeyRing secret() {
        return generator.generateSecretKeyRing();
    }

    PGPKeyPair signingPair() {
        return primary;
    }

    /** The key files are encrypted to. */
    PGPPublicKey subkey(int number) {
        return subkeys.get(number).getPublicKey();
    }

    String publicArmour() {
        return made(() -> armoured(ring().getEncoded()));
    }

    String privateArmour() {
        return made(() -> armoured(secret().getEncoded()));
    }

    static String armoured(byte[] packets) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(text)) {
            out.write(packets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    static List<PGPPublicKey> publicKeys(PGPPublicKeyRing ring) {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        return keys;
    }

    static BcPGPContentSignerBuilder signer(PGPKeyPair by) {
        return new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256);
    }

    private Keys add(PGPKeyPair pair, PGPSignatureSubpacketVector said) {
        return made(() -> {
            generator.addSubKey(pair, said, null);
            subkeys.add(pair);
            return this;
        });
    }

    private static PGPSignatureSubpacketVector said(int flags, Duration life) {
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setKeyFlags(true, flags);
        if (!life.isZero()) {
            said.setKeyExpirationTime(true, life.toSeconds());
        }
        return said.generate();
    }

    private static PGPKeyPairGenerator generating(Instant created) {
        return new BcPGPKeyPairGeneratorProvider().get(4, Date.from(created));
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (PGPException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Revocation(int type, int key) {}

    /** Makes something that a test needs. */
    private interface Making<T> {
        T make() throws PGPException, IOException;
    }
}
