// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts exports with OpenPGP to a customer's public key. Source: experience-cloud.md, section 4.2. */
final class Encryption {
    private static final int BUFFER = 1 << 16;

    private final PGPPublicKey key;

    private Encryption(PGPPublicKey key) {
        this.key = key;
    }

    /** To the key for encryption of a ring in armor; a key of its own comes before the main one. */
    static Encryption to(String armored) throws IOException {
        try {
            PGPPublicKeyRing ring = new PGPPublicKeyRing(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII))),
                    new BcKeyFingerprintCalculator());
            return new Encryption(key(ring));
        } catch (RuntimeException e) {
            // The library answers some broken keys with unchecked exceptions of many kinds.
            throw new IOException("The public key cannot be read", e);
        }
    }

    private static PGPPublicKey key(PGPPublicKeyRing ring) throws IOException {
        PGPPublicKey found = null;
        for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
            PGPPublicKey next = keys.next();
            if (next.isEncryptionKey() && (found == null || found.isMasterKey())) {
                found = next;
            }
        }
        if (found == null) {
            throw new IOException("The public key cannot encrypt");
        }
        return found;
    }

    /** A stream whose content is encrypted into another one, which is closed with it. */
    OutputStream around(OutputStream out) throws IOException {
        PGPEncryptedDataGenerator generator =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(new SecureRandom()));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        try {
            OutputStream encrypted = generator.open(out, new byte[BUFFER]);
            OutputStream compressed =
                    new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(encrypted, new byte[BUFFER]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(compressed, PGPLiteralData.BINARY, "rows", Date.from(Instant.EPOCH), new byte[BUFFER]);
            return new Nested(literal, List.of(compressed, encrypted, out));
        } catch (PGPException e) {
            throw new IOException("The export cannot be encrypted", e);
        }
    }

    /** Closes the streams below, too, from the inside out: the library's streams do not. */
    private static final class Nested extends FilterOutputStream {
        private final List<OutputStream> below;

        Nested(OutputStream out, List<OutputStream> below) {
            super(out);
            this.below = below;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            // The inherited method hands on one byte at a time.
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            for (OutputStream stream : below) {
                stream.close();
            }
        }
    }
}
