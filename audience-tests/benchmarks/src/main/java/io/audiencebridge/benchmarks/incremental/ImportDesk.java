// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import com.sun.management.OperatingSystemMXBean;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where a side takes its commands: any line lets it import once. It answers what it found, nanoseconds, and nanoseconds of processor time. Arguments: side, folder. */
public final class ImportDesk {
    private static final long SEED = 4711;

    private ImportDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        PackedReconciler engine = new PackedReconciler(
                helpers, threads, SEED, Runtime.getRuntime().maxMemory());
        Population population = new Population(Path.of(arguments[1]));
        Import side =
                arguments[0].equals("kept") ? KeptImport.over(population, engine) : new FullImport(population, engine);
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (commands.readLine() != null) {
                side.prepare();
                System.gc();
                long processor = system.getProcessCpuTime();
                long begun = System.nanoTime();
                String found = side.run();
                System.out.println(
                        found + ";" + (System.nanoTime() - begun) + ";" + (system.getProcessCpuTime() - processor));
                System.out.flush();
            }
        } finally {
            helpers.shutdownNow();
        }
    }
}
