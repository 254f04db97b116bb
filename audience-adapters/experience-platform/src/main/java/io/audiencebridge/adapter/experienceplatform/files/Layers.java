// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Takes off what lies around the text of a file: encryption, compression, another encoding. UNVERIFIED: the endings of such files and the order of the two; so the
 * first bytes decide, not the name.
 */
final class Layers {
    private static final int LOOK = 4;
    private static final int MOST = 3;

    private final ConnectorContext context;
    private final ExportDestination destination;

    Layers(ConnectorContext context, ExportDestination destination) {
        this.context = context;
        this.destination = destination;
    }

    /**
     * The text of a file in UTF-8. Closes {@code source} when that cannot be.
     *
     * @param name the file's name, for messages
     */
    Either<BridgeError, PeekedSource> text(ByteSource source, String name) {
        Either<BridgeError, PeekedSource> text =
                bare(new PeekedSource(source), name, MOST, false).map(this::utf8);
        return text.peekLeft(failed -> source.close());
    }

    private Either<BridgeError, PeekedSource> bare(PeekedSource source, String name, int left, boolean opened) {
        return source.peek(LOOK).flatMap(first -> {
            if (left > 0 && isGzip(first)) {
                return context.codec()
                        .flatMap(
                                codec -> bare(new PeekedSource(codec.expanding(source, name)), name, left - 1, opened));
            }
            if (left > 0 && isEncrypted(first)) {
                return decrypted(source, name).flatMap(plain -> bare(plain, name, left - 1, true));
            }
            return destination.cipher().isPresent() && !opened && first.length > 0
                    ? Either.left(BridgeErrors.breach("File " + name
                            + " is not encrypted, though the destination is set up with a cipher; look"
                            + " who wrote it before it is read"))
                    : Either.right(source);
        });
    }

    private Either<BridgeError, PeekedSource> decrypted(PeekedSource source, String name) {
        return destination.cipher().isPresent()
                ? context.cipher(destination.cipher().get())
                        .flatMap(cipher -> cipher.decrypting(source, name))
                        .map(PeekedSource::new)
                : Either.left(BridgeError.InvalidRequest.of(
                        "cipher",
                        "file " + name + " is encrypted; name the cipher that opens it in ExportDestination.cipher"));
    }

    private static boolean isGzip(byte[] first) {
        return first.length >= 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
    }

    /** A session key for a public key, in either form of its first byte, none of which begins a text in UTF-8; or armour. */
    private static boolean isEncrypted(byte[] first) {
        if (first.length == 0) {
            return false;
        }
        int tag = first[0] & 0xff;
        boolean armoured =
                first.length == LOOK && first[0] == '-' && first[1] == '-' && first[2] == '-' && first[3] == '-';
        return tag == 0xC1 || (tag >= 0x84 && tag <= 0x86) || armoured;
    }

    private PeekedSource utf8(PeekedSource source) {
        byte[] first = source.peek(LOOK).getOrElse(new byte[0]);
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            source.skip(3);
            return source;
        }
        if (starts(first, 0xFE, 0xFF)) {
            source.skip(2);
            return recoded(source, StandardCharsets.UTF_16BE);
        }
        if (starts(first, 0xFF, 0xFE)) {
            source.skip(2);
            return recoded(source, StandardCharsets.UTF_16LE);
        }
        Charset charset = destination.csv().charset();
        return charset.equals(StandardCharsets.UTF_8) ? source : recoded(source, charset);
    }

    private static PeekedSource recoded(PeekedSource source, Charset charset) {
        return new PeekedSource(new Recoded(source, charset));
    }

    private static boolean starts(byte[] first, int... mark) {
        if (first.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((first[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
