// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.benchmarks.Samples;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A side in a process of its own, and its figures. */
final class Contender implements AutoCloseable {
    /** Ends the name of a side that encrypts; its keys are made by the sandbox. */
    static final String SEALED = "-pgp";

    private final String title;
    private final int members;
    private final Worker worker;
    private final Samples speed = new Samples();
    private final Samples processor = new Samples();
    private final Samples allocated = new Samples();
    private long heap;
    private long size;

    private Contender(String title, int members, Worker worker) {
        this.title = title;
        this.members = members;
        this.worker = worker;
    }

    /**
     * Starts a side.
     *
     * @param keys {@code ecid} or {@code sha256}
     * @param folder where it writes
     */
    static Contender start(String title, String side, int members, String keys, String folder) throws IOException {
        List<String> arguments = List.of(side, Integer.toString(members), keys, folder);
        return new Contender(
                title,
                members,
                side.endsWith(SEALED)
                        ? Worker.besideSandbox(title, WritingDesk.class, arguments)
                        : Worker.java(title, WritingDesk.class, List.of(), arguments));
    }

    /** Writes once and looks at what was written. */
    Turn verify() throws IOException {
        return Turn.of(worker.ask("verify"));
    }

    void warmUp() throws IOException {
        worker.ask("time");
    }

    void measure() throws IOException {
        Turn turn = Turn.of(worker.ask("time"));
        speed.add(members * 1e9 / turn.nanos());
        heap = Math.max(heap, turn.heap());
        size = turn.size();
        processor.add((double) turn.processor() / members);
        allocated.add((double) turn.allocated() / members);
    }

    double bytesPerRow() {
        return (double) size / members;
    }

    Samples speed() {
        return speed;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: rows per second %s; %.1f bytes a row; a row takes %.0f ns of processor time and allocates %.0f bytes; peak heap %.0f MB beside the members",
                title,
                speed,
                bytesPerRow(),
                processor.median(),
                allocated.median(),
                heap / 1e6);
    }

    @Override
    public void close() {
        worker.close();
    }
}
