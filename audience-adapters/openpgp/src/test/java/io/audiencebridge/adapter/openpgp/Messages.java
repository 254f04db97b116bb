// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Messages that our own writer never makes. */
final class Messages {
    private Messages() {}

    static byte[] literal(byte[] content) {
        return bytes(out -> {
            PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
            OutputStream data = literal.open(out, PGPLiteralData.BINARY, "file", content.length, PGPLiteralData.NOW);
            data.write(content);
            literal.close();
        });
    }

    static byte[] compressed(int algorithm, byte[] packets) {
        return bytes(out -> {
            PGPCompressedDataGenerator compressed = new PGPCompressedDataGenerator(algorithm);
            compressed.open(out).write(packets);
            compressed.close();
        });
    }

    static byte[] zipped(byte[] packets) {
        return compressed(CompressionAlgorithmTags.ZIP, packets);
    }

    /** The content between a one-pass signature and the signature. */
    static byte[] signed(Keys keys, byte[] content) {
        return bytes(out -> {
            PGPSignatureGenerator signatures = new PGPSignatureGenerator(
                    Keys.signer(keys.signingPair()), keys.signingPair().getPublicKey());
            signatures.init(PGPSignature.BINARY_DOCUMENT, keys.signingPair().getPrivateKey());
            PGPOnePassSignature before = signatures.generateOnePassVersion(false);
            before.encode(out);
            out.write(literal(content));
            signatures.update(content);
            signatures.generate().encode(out);
        });
    }

    static byte[] encrypted(Keys keys, byte[] packets) {
        return encrypted(keys, packets, SymmetricKeyAlgorithmTags.AES_256, true);
    }

    static byte[] encrypted(Keys keys, byte[] packets, int algorithm, boolean integrity) {
        return encrypted(
                new BcPGPDataEncryptorBuilder(algorithm).setWithIntegrityPacket(integrity), toKey(keys), packets);
    }

    /** As the newer kind of GnuPG does when both keys allow it. */
    static byte[] authenticated(Keys keys, byte[] packets) {
        BcPGPDataEncryptorBuilder builder = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256);
        builder.setWithAEAD(AEADAlgorithmTags.OCB, 6);
        builder.setUseV5AEAD();
        return encrypted(builder, toKey(keys), packets);
    }

    /** As RFC 9580 has it. */
    static byte[] sealed(Keys keys, byte[] packets) {
        BcPGPDataEncryptorBuilder builder = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256);
        builder.setWithAEAD(AEADAlgorithmTags.OCB, 6);
        builder.setUseV6AEAD();
        return encrypted(builder, toKey(keys), packets);
    }

    static byte[] withPassphrase(byte[] packets) {
        return encrypted(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true),
                new BcPBEKeyEncryptionMethodGenerator("letters".toCharArray()),
                packets);
    }

    static byte[] toNobodyTold(Keys keys, byte[] packets) {
        var method = new BcPublicKeyKeyEncryptionMethodGenerator(keys.subkey(0));
        method.setUseWildcardRecipient(true);
        return encrypted(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true),
                method,
                packets);
    }

    static byte[] joined(byte[]... parts) {
        return bytes(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    private static PGPKeyEncryptionMethodGenerator toKey(Keys keys) {
        return new BcPublicKeyKeyEncryptionMethodGenerator(keys.subkey(0));
    }

    private static byte[] encrypted(
            BcPGPDataEncryptorBuilder builder, PGPKeyEncryptionMethodGenerator method, byte[] packets) {
        return bytes(out -> {
            PGPEncryptedDataGenerator encrypted = new PGPEncryptedDataGenerator(builder);
            encrypted.addMethod(method);
            encrypted.open(out, packets.length).write(packets);
            encrypted.close();
        });
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException | PGPException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /** Writes packets. */
    private interface Writing {
        void to(OutputStream out) throws IOException, PGPException;
    }
}
