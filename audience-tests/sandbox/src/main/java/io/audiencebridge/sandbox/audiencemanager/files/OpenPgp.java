// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts inbound files: AES and nothing else, with protection of integrity, which is checked at the end. Source:
 * audience-manager.md, section 4.3.
 */
final class OpenPgp {
    private static final Set<Integer> AES = Set.of(
            SymmetricKeyAlgorithmTags.AES_128, SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_256);
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final OpenPgpKeys keys;

    OpenPgp(OpenPgpKeys keys) {
        this.keys = keys;
    }

    /** The rows of an encrypted file. */
    InputStream decrypted(InputStream encrypted) throws Unprocessable, IOException {
        try {
            return rows(encrypted);
        } catch (PGPException | RuntimeException e) {
            // The library answers some broken messages with unchecked exceptions of many kinds.
            throw new Unprocessable("the file cannot be decrypted: " + e.getMessage());
        }
    }

    private InputStream rows(InputStream encrypted) throws Unprocessable, IOException, PGPException {
        PGPPublicKeyEncryptedData message = message(encrypted);
        PublicKeyDataDecryptorFactory opener =
                new BcPublicKeyDataDecryptorFactory(key(message).orElseThrow());
        if (!AES.contains(message.getSymmetricAlgorithm(opener))) {
            throw new Unprocessable("the file is not encrypted with AES (--cipher-algo AES256)");
        }
        if (!message.isIntegrityProtected() && !message.isAEAD()) {
            throw new Unprocessable("the encrypted file has no protection of its integrity");
        }
        InputStream literal = literal(message.getDataStream(opener));
        BufferedInputStream rows = new BufferedInputStream(literal, 1 << 16);
        rows.mark(2);
        boolean zipped = rows.read() == GZIP_FIRST && rows.read() == GZIP_SECOND;
        rows.reset();
        if (zipped) {
            throw new Unprocessable(
                    "the file is compressed with gzip before it was encrypted: OpenPGP compresses itself");
        }
        return new Checked(rows, message);
    }

    private PGPPublicKeyEncryptedData message(InputStream encrypted) throws Unprocessable, IOException, PGPException {
        BcPGPObjectFactory packets = new BcPGPObjectFactory(PGPUtil.getDecoderStream(encrypted));
        for (Object packet = next(packets); packet != null; packet = next(packets)) {
            if (packet instanceof PGPEncryptedDataList list) {
                for (PGPEncryptedData data : list) {
                    if (data instanceof PGPPublicKeyEncryptedData message
                            && key(message).isPresent()) {
                        return message;
                    }
                }
                throw new Unprocessable("the file is not encrypted for Audience Manager's public key");
            }
        }
        throw new Unprocessable("the file is not encrypted with OpenPGP");
    }

    private static @Nullable Object next(BcPGPObjectFactory packets) throws Unprocessable {
        try {
            return packets.nextObject();
        } catch (IOException | RuntimeException e) {
            throw new Unprocessable("the file is not encrypted with OpenPGP");
        }
    }

    private Optional<PGPKeyPair> key(PGPPublicKeyEncryptedData message) throws PGPException {
        return keys.find(message.getKeyIdentifier().getKeyId());
    }

    /** The content proper: it may be compressed, and a signature may stand around it, which is not asked for. */
    private static InputStream literal(InputStream content) throws Unprocessable, PGPException {
        BcPGPObjectFactory packets = new BcPGPObjectFactory(content);
        for (Object packet = next(packets); packet != null; packet = next(packets)) {
            if (packet instanceof PGPCompressedData compressed) {
                packets = new BcPGPObjectFactory(compressed.getDataStream());
            } else if (packet instanceof PGPLiteralData literal) {
                return literal.getInputStream();
            }
        }
        throw new Unprocessable("the encrypted file holds no data");
    }

    /** Says at the end whether what was read is what was encrypted. */
    private static final class Checked extends FilterInputStream {
        private final PGPPublicKeyEncryptedData message;
        private boolean ended;

        Checked(InputStream in, PGPPublicKeyEncryptedData message) {
            super(in);
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return seen(in.read(bytes, from, length));
            } catch (RuntimeException e) {
                throw new IOException("it is damaged", e);
            }
        }

        private int seen(int read) throws IOException {
            if (read < 0 && !ended) {
                ended = true;
                try {
                    if (message.isIntegrityProtected() && !message.isAEAD() && !message.verify()) {
                        throw new IOException("it was changed after it was encrypted");
                    }
                } catch (PGPException e) {
                    throw new IOException("it was changed or cut after it was encrypted", e);
                }
            }
            return read;
        }
    }
}
