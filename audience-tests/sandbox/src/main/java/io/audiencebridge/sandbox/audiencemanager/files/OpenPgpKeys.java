// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.OpenPgpKeyPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * The key pair to whose public half partners encrypt: one of its own, made when it is asked for first, or one that is
 * given. Source: audience-manager.md, section 4.3. Thread-safe.
 */
final class OpenPgpKeys {
    private static final String OWNER = "Audience Manager of the sandbox <sandbox@example.com>";

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
            PGPSecretKeyRing given = read(secretKey);
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
        PGPSecretKeyRing given = ring;
        return given == null ? Own.RING : given;
    }

    private static PGPSecretKeyRing read(byte[] secretKey) throws IOException, PGPException {
        return new PGPSecretKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(secretKey)), new BcKeyFingerprintCalculator());
    }

    /** One for all sandboxes of a process, since making it takes longer than most tests. */
    private static final class Own {
        static final PGPSecretKeyRing RING = made();

        private static PGPSecretKeyRing made() {
            try {
                return read(OpenPgpKeyPair.made(OWNER).secretKey().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException | PGPException e) {
                throw new IllegalStateException("The sandbox could not make its key pair", e);
            }
        }
    }
}
