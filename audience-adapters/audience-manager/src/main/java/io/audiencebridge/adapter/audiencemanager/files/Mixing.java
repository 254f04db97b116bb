// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/** Hashes of ids, seeded so that nobody outside can choose ids that meet. Not for secrets. */
final class Mixing {
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private Mixing() {}

    /** A hash of {@code text[0, length)}. */
    static long of(byte[] text, int length, long seed) {
        long hash = seed ^ length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (text[i] & 0xff)) * ODD;
            hash ^= hash >>> 29;
        }
        return finish(hash);
    }

    /** Spreads every bit over all. */
    static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }
}
