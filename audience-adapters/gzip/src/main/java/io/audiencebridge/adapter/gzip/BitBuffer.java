// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits on their way into bytes, the first the lowest. Each call needs room for eight bytes behind those written. Not thread-safe. */
final class BitBuffer {
    /** Eight bytes as a number, the first the lowest. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WHOLE = ~7;

    byte[] bytes = {};
    int at;

    /** Fewer than eight of them wait between calls. */
    long waiting;

    int count;

    /** Begins to write at {@code into[from]}. */
    void begin(byte[] into, int from) {
        bytes = into;
        at = from;
        waiting = 0;
        count = 0;
    }

    /** Writes the lowest {@code length} bits of {@code bits}, 56 at most; higher ones are zero. */
    void put(long bits, int length) {
        long held = waiting | bits << count;
        int all = count + length;
        LONGS.set(bytes, at, held);
        at += all >>> 3;
        waiting = held >>> (all & WHOLE);
        count = all & ~WHOLE;
    }

    /** Fills the last byte with zeros. */
    void align() {
        put(0, -count & ~WHOLE);
    }
}
