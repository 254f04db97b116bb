// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message of exactly this shape: encrypted data that hold literal data, which may be compressed once. Whatever else it holds, or more of it, is
 * refused: what comes behind a verified end was verified by nobody.
 */
final class MessageReader {
    private static final int BUFFER = 64 << 10;
    private static final int BINARY = 0x80;

    private final BufferedInputStream raw;
    private final PrivateKeys keys;
    private final String file;
    private @Nullable Level message;
    private @Nullable Level inner;
    private @Nullable Level innermost;
    private @Nullable PGPCompressedData compressed;
    private @Nullable SealedMessage sealed;

    MessageReader(InputStream source, PrivateKeys keys, String file) {
        this.raw = new BufferedInputStream(source, BUFFER);
        this.keys = keys;
        this.file = file;
    }

    /** The content. Nothing of it may be trusted before {@link #end}. */
    InputStream open() throws IOException, PGPException {
        Level outer = new Level(bytes(), file);
        message = outer;
        if (!(outer.next() instanceof PGPEncryptedDataList packets)) {
            throw Refused.damage(file, "is no encrypted OpenPGP message");
        }
        SealedMessage opened = new SealedMessage(packets, file);
        sealed = opened;
        Level plain = new Level(opened.open(keys), file);
        inner = plain;
        Object packet = plain.next();
        if (packet instanceof PGPCompressedData packed) {
            compressed = packed;
            Level unpacked = new Level(packed.getDataStream(), file);
            innermost = unpacked;
            packet = unpacked.next();
        }
        if (packet instanceof PGPLiteralData content) {
            return content.getInputStream();
        }
        throw Refused.damage(file, "does not hold one file, compressed once or not at all");
    }

    /** Once the content was read to its end: whether it is the whole message, and as it was encrypted. */
    void end() throws IOException, PGPException {
        nothingIn(innermost);
        if (compressed != null && compressed.getInputStream().transferTo(OutputStream.nullOutputStream()) > 0) {
            throw more();
        }
        nothingIn(inner);
        if (sealed != null) {
            sealed.verify();
        }
        nothingIn(message);
        for (int next = raw.read(); next >= 0; next = raw.read()) {
            if (!Character.isWhitespace(next)) {
                throw more();
            }
        }
    }

    private InputStream bytes() throws IOException {
        raw.mark(1);
        int first = raw.read();
        raw.reset();
        if (first < 0) {
            throw Refused.damage(file, "is empty");
        }
        return (first & BINARY) != 0 ? raw : new ArmoredInputStream(raw);
    }

    private void nothingIn(@Nullable Level level) throws IOException {
        if (level != null && level.next() != null) {
            throw more();
        }
    }

    private Refused more() {
        return Refused.damage(file, "holds something behind its content");
    }
}
