// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One export of one audience. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.7. */
public final class Run {
    private final String id;
    private final String destination;
    private final String audience;
    private final Instant startedAt;
    private final List<RunFile> files = new ArrayList<>();
    private Optional<Instant> completedAt = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private long members;
    private long rows;
    private long skipped;
    private long duplicates;

    Run(String id, String destination, String audience, Instant startedAt) {
        this.id = id;
        this.destination = destination;
        this.audience = audience;
        this.startedAt = startedAt;
    }

    /** A file of a run, without its folder, and its size in bytes. */
    public record RunFile(String name, long size) {}

    /** Its UUID. */
    public String id() {
        return id;
    }

    /** The id of the destination, which is that of its flow. */
    public String destination() {
        return destination;
    }

    /** The id of the audience. */
    public String audience() {
        return audience;
    }

    /** When it fell due. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When its last file arrived, or when it failed; empty while it goes on. */
    public Optional<Instant> completedAt() {
        return completedAt;
    }

    /** Why it failed. */
    public Optional<String> failure() {
        return failure;
    }

    /** Whether files of it are still on their way. */
    public boolean goesOn() {
        return completedAt.isEmpty();
    }

    /** What it writes, in the order of the parts, without the manifest. */
    public List<RunFile> files() {
        return List.copyOf(files);
    }

    /** How many people it looked at. */
    public long members() {
        return members;
    }

    /** How many rows it wrote. */
    public long rows() {
        return rows;
    }

    /** How many people lack a mandatory attribute, or the identity that is the key. */
    public long skipped() {
        return skipped;
    }

    /** How many rows gave way to another with the same key. */
    public long duplicates() {
        return duplicates;
    }

    void count(RowSet set) {
        members = set.members();
        rows = set.rows().size();
        skipped = set.skipped();
        duplicates = set.duplicates();
    }

    void add(RunFile file) {
        files.add(file);
    }

    void complete(Instant at) {
        if (goesOn()) {
            completedAt = Optional.of(at);
        }
    }

    void fail(Instant at, String why) {
        if (goesOn()) {
            failure = Optional.of(why);
            completedAt = Optional.of(at);
        }
    }
}
