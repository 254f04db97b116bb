// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
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

/** Encrypts as a partner does, well or badly. */
final class Encryption {
    private final PGPPublicKey key;
    private int cipher = SymmetricKeyAlgorithmTags.AES_256;
    private boolean integrity = true;

    private Encryption(PGPPublicKey key) {
        this.key = key;
    }

    /** To the encryption key of a ring in armor. */
    static Encryption to(String armored) throws IOException {
        PGPPublicKeyRing ring = new PGPPublicKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII))),
                new BcKeyFingerprintCalculator());
        for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
            PGPPublicKey next = keys.next();
            if (next.isEncryptionKey() && !next.isMasterKey()) {
                return new Encryption(next);
            }
        }
        throw new AssertionError("The ring has no key for encryption");
    }

    Encryption cipher(int algorithm) {
        cipher = algorithm;
        return this;
    }

    Encryption withoutIntegrity() {
        integrity = false;
        return this;
    }

    byte[] encrypt(byte[] content) throws IOException, PGPException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(cipher)
                .setWithIntegrityPacket(integrity)
                .setSecureRandom(new SecureRandom()));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encrypted = generator.open(bytes, new byte[1 << 12]);
                OutputStream compressed = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(encrypted);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(compressed, PGPLiteralData.BINARY, "rows", content.length, Date.from(Instant.EPOCH))) {
            literal.write(content);
        }
        return bytes.toByteArray();
    }
}
