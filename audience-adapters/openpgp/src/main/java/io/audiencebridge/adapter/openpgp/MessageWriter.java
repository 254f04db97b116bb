// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Writes one message: literal data, compressed if asked for, encrypted with integrity protection. Its length is not known before, so that it is written in parts. */
final class MessageWriter {
    private static final int PART = 64 << 10;
    private static final int LONGEST_NAME = 255;
    private static final int LONG_KEY = 256;

    private final PGPEncryptedDataGenerator encrypted;
    private final PGPCompressedDataGenerator compressed;
    private final PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
    private final boolean compressing;
    private final String name;

    MessageWriter(OpenPgpSettings settings, PGPPublicKey key, SecureRandom random, String name) {
        int algorithm =
                settings.keyBits() == LONG_KEY ? SymmetricKeyAlgorithmTags.AES_256 : SymmetricKeyAlgorithmTags.AES_128;
        encrypted = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(algorithm)
                .setWithIntegrityPacket(true)
                .setSecureRandom(random));
        encrypted.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key).setSecureRandom(random));
        compressed = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP, settings.level());
        compressing = settings.compressed();
        this.name = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME ? name : "";
    }

    /** Where the content goes; the message goes to {@code out}. */
    OutputStream open(OutputStream out) throws IOException {
        try {
            OutputStream plain = encrypted.open(out, new byte[PART]);
            OutputStream packed = compressing ? compressed.open(plain, new byte[PART]) : plain;
            return literal.open(packed, PGPLiteralData.BINARY, name, PGPLiteralData.NOW, new byte[PART]);
        } catch (PGPException failed) {
            throw new IOException(failed);
        }
    }

    /** Ends the message. */
    void close() throws IOException {
        literal.close();
        compressed.close();
        encrypted.close();
    }
}
