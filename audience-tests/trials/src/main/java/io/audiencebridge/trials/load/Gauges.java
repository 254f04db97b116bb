// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at this process now and then: its heap after a collection, its sockets, its threads. Runs until it is interrupted; may be asked once it has ended. */
final class Gauges implements Runnable {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int THIRDS = 3;

    private final long millisApart;
    private final List<Long> heap = Collections.synchronizedList(new ArrayList<>());
    private volatile int connections;
    private volatile int threads;

    Gauges(long millisApart) {
        this.millisApart = millisApart;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(millisApart);
                connections = Math.max(connections, sockets());
                threads = Math.max(threads, ManagementFactory.getThreadMXBean().getThreadCount());
                System.gc();
                heap.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most sockets that were open at once; zero where the system does not tell. */
    int connectionsAtMost() {
        return connections;
    }

    /** The most threads that lived at once. */
    int threadsAtMost() {
        return threads;
    }

    /**
     * By how many percent the least heap after a collection was larger in the last third of the time than in the first; the very first look is left out. The least, since what
     * is on its way at a moment comes and goes, while what is never given back stays.
     */
    double heapGrowth() {
        List<Long> looks = List.copyOf(heap);
        int third = (looks.size() - 1) / THIRDS;
        if (third < 1) {
            return 0;
        }
        double first = Collections.min(looks.subList(1, 1 + third));
        double last = Collections.min(looks.subList(looks.size() - third, looks.size()));
        return (last - first) / first * 100;
    }

    /** The heap after the last collection, in bytes. */
    long heapAtTheEnd() {
        return heap.isEmpty() ? 0 : heap.get(heap.size() - 1);
    }

    private static int sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return (int) open.filter(Gauges::isSocket).count();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** A descriptor may be closed while it is looked at. */
    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
