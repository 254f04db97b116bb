// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.Matching;
import io.vavr.control.Either;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A match and what it took.
 *
 * @param matching what it gave
 * @param wallNanos from begin to end
 * @param processorNanos of all threads of the process
 * @param mostKilobytes that the process took so far, heap and all; 0 where nobody tells
 */
record Timed(Matching matching, long wallNanos, long processorNanos, long mostKilobytes) {
    private static final double SECOND = 1e9;

    static Timed of(Supplier<Either<BridgeError, Matching>> match) throws IOException {
        long processor = processorSoFar();
        long begun = System.nanoTime();
        Matching matching = match.get().getOrElseThrow(error -> new AssertionError(error.message()));
        long wall = System.nanoTime() - begun;
        return new Timed(matching, wall, processorSoFar() - processor, mostSoFar());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "wall %.1f s, processor %.1f s, process at most %,d MB",
                wallNanos / SECOND,
                processorNanos / SECOND,
                mostKilobytes / 1024);
    }

    private static long processorSoFar() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean told ? told.getProcessCpuTime() : 0;
    }

    private static long mostSoFar() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
