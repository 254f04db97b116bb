// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What must hold while foreign bytes are read, besides that nothing is thrown: the time and the memory taken are bounded by how much came, never by what it
 * says of itself. Both are this thread's own, so that a busy machine is no finding.
 */
public final class Watched {
    private static final long NANOS = 3_000_000_000L;
    private static final long NANOS_PER_BYTE = 5_000;
    private static final long BYTES = 96L << 20;
    private static final long BYTES_PER_BYTE = 4_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Watched() {}

    /** Reads {@code length} bytes by {@code reading}, which may throw nothing. What takes too much takes it twice, since the first time pays for the classes. */
    public static void reading(int length, Runnable reading) {
        if (!excess(length, reading).isEmpty()) {
            String excess = excess(length, reading);
            if (!excess.isEmpty()) {
                throw new AssertionError(length + " bytes took " + excess + " to read");
            }
        }
    }

    private static String excess(int length, Runnable reading) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long used = THREADS.getCurrentThreadCpuTime();
        reading.run();
        long nanos = THREADS.getCurrentThreadCpuTime() - used;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (nanos > NANOS + NANOS_PER_BYTE * length) {
            return nanos / 1_000_000 + " ms";
        }
        return bytes > BYTES + BYTES_PER_BYTE * length ? (bytes >> 20) + " MiB" : "";
    }
}
