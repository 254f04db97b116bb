// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Keys that are packed already: 16 bytes, big-endian, as {@link PackingSource} writes them. */
final class RawPacker extends KeyPacker {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes of a packed key. */
    static final int BYTES = 2 * Long.BYTES;

    @Override
    public boolean pack(byte[] text, int from, int to) {
        return to - from == BYTES && packed((long) LONGS.get(text, from), (long) LONGS.get(text, from + Long.BYTES));
    }

    /** Writes a packed key into {@code out[0, 16)}. */
    static void write(long high, long low, byte[] out) {
        LONGS.set(out, 0, high);
        LONGS.set(out, Long.BYTES, low);
    }
}
