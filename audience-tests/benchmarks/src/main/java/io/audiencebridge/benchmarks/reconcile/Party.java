// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A side in a process of its own, and its figures in milliseconds. */
final class Party implements AutoCloseable {
    private final String title;
    private final Worker worker;
    private final Samples wall = new Samples();
    private final Samples processor = new Samples();

    private Party(String title, Worker worker) {
        this.title = title;
        this.worker = worker;
    }

    static Party start(String title, String side, String heap, Path folder) throws IOException {
        return new Party(
                title,
                Worker.java(title, MatchingDesk.class, List.of("-Xmx" + heap), List.of(side, folder.toString())));
    }

    Counts verify() throws IOException {
        return Counts.of(worker.ask("match").split(";", -1)[0]);
    }

    void measure() throws IOException {
        String[] told = worker.ask("match").split(";", -1);
        wall.add(Long.parseLong(told[1]) / 1e6);
        processor.add(Long.parseLong(told[2]) / 1e6);
    }

    Samples wall() {
        return wall;
    }

    Samples processor() {
        return processor;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: milliseconds %s; of processor time %s", title, wall, processor);
    }

    @Override
    public void close() {
        worker.close();
    }
}
