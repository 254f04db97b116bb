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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where a side takes its commands, once it said that it is ready: any line lets it import once. It answers what it found, nanoseconds, and nanoseconds of processor time. Arguments: side, folder and, for
 * recipients in Campaign, its address, operator, password and rows a page. */
public final class ImportDesk {
    static final long SEED = 4711;

    private ImportDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        PackedReconciler engine = new PackedReconciler(
                helpers, threads, SEED, Runtime.getRuntime().maxMemory());
        Population population = new Population(Path.of(arguments[1]));
        List<String> where = List.of(arguments).subList(2, arguments.length);
        try (Recipients recipients =
                        where.isEmpty() ? new Recipients.InParts(population) : CampaignRecipients.at(where, helpers);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            serve(side(arguments[0], population, recipients, engine), commands);
        } finally {
            helpers.shutdownNow();
        }
    }

    private static Import side(String name, Population population, Recipients recipients, PackedReconciler engine)
            throws IOException {
        return name.equals("kept")
                ? KeptImport.over(population, recipients, engine)
                : new FullImport(population, recipients, engine);
    }

    private static void serve(Import side, BufferedReader commands) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        tell("ready");
        while (commands.readLine() != null) {
            side.prepare();
            System.gc();
            long processor = system.getProcessCpuTime();
            long begun = System.nanoTime();
            String found = side.run();
            tell(found + ";" + (System.nanoTime() - begun) + ";" + (system.getProcessCpuTime() - processor));
        }
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
