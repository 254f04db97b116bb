// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A side in a process of its own, and its figures in milliseconds. */
final class ImportSide implements AutoCloseable {
    private final String title;
    private final Worker worker;
    private final Samples wall = new Samples();
    private final Samples processor = new Samples();

    private ImportSide(String title, Worker worker) {
        this.title = title;
        this.worker = worker;
    }

    /** Starts one, and waits until it has what it keeps of the first day. */
    static ImportSide start(String title, String side, Path folder, TwoDays days) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(side, folder.toString()));
        arguments.addAll(days.where());
        Worker worker = Worker.java(title, ImportDesk.class, List.of("-Xmx3g"), arguments);
        worker.line();
        return new ImportSide(title, worker);
    }

    /** Imports once; what it found. */
    String found() throws IOException {
        return answer().found();
    }

    /** Imports once more, for the figures. */
    void measure() throws IOException {
        Answer answer = answer();
        wall.add(answer.nanos() / 1e6);
        processor.add(answer.processor() / 1e6);
    }

    Samples wall() {
        return wall;
    }

    Samples processor() {
        return processor;
    }

    private Answer answer() throws IOException {
        String[] told = worker.ask("import").split(";", -1);
        return new Answer(told[0], Long.parseLong(told[1]), Long.parseLong(told[2]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: milliseconds %s; of processor time %s", title, wall, processor);
    }

    @Override
    public void close() {
        worker.close();
    }

    /** What a side answered. */
    private record Answer(String found, long nanos, long processor) {}
}
