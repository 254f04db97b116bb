// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The one form of fingerprints on disk: sorted, 16 bytes each, big-endian, nothing between them. */
final class Fingerprints {
    /** Bytes of one. */
    static final int BYTES = 2 * Long.BYTES;

    private Fingerprints() {}

    /** Bytes of all of {@code fingerprints}. */
    static int bytes(IdSet fingerprints) {
        return Math.multiplyExact(fingerprints.size(), BYTES);
    }

    static void write(IdSet fingerprints, ByteBuffer into) {
        for (int i = 0; i < fingerprints.size(); i++) {
            into.putLong(fingerprints.high(i)).putLong(fingerprints.low(i));
        }
    }

    static IdSet read(DataInputStream from, long count) throws IOException {
        IdSetBuilder found = new IdSetBuilder();
        for (long i = 0; i < count; i++) {
            found.add(from.readLong(), from.readLong());
        }
        return found.build();
    }
}
