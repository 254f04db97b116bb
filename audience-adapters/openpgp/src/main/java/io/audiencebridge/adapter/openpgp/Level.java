// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPadding;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.jspecify.annotations.Nullable;

/** A sequence of packets: the message itself, or what an encrypted or compressed packet holds. Signatures, markers and padding are passed over. */
final class Level {
    private final LimitedStream bytes;
    private final BcPGPObjectFactory packets;

    Level(InputStream in, String file) {
        bytes = new LimitedStream(in, file);
        packets = new BcPGPObjectFactory(bytes);
    }

    /** The next packet that counts, whose own content is streamed; null at the end. */
    @Nullable
    Object next() throws IOException {
        bytes.limit();
        Object packet = packets.nextObject();
        while (isPassedOver(packet)) {
            packet = packets.nextObject();
        }
        bytes.lift();
        return packet;
    }

    private static boolean isPassedOver(@Nullable Object packet) {
        return packet instanceof PGPSignatureList
                || packet instanceof PGPOnePassSignatureList
                || packet instanceof PGPMarker
                || packet instanceof PGPPadding;
    }
}
