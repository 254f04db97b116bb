// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;

/** What a rehearsed run would write and what it asked: collected while it runs, by any thread. */
final class Planned {
    private final Map<ConnectionName, Counts> calls =
            Collections.synchronizedMap(new TreeMap<>(Comparator.comparing(ConnectionName::value)));
    private final List<Preview.PlannedFile> files = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> notices = Collections.synchronizedSet(new TreeSet<>());
    private volatile Optional<Waiting> waiting = Optional.empty();
    private volatile boolean isNew;
    private volatile boolean isLoaded;

    void read(ConnectionName connection) {
        of(connection).reading.increment();
    }

    void wrote(ConnectionName connection, long writes) {
        of(connection).writing.add(writes);
    }

    /** Files of an attempt that is made again, under another stamp, are the ones that count. */
    void files(Seq<Preview.PlannedFile> written) {
        files.addAll(written.asJava());
    }

    void prepared(ConnectionName connection, RehearsedAudience audience) {
        wrote(connection, audience.writes());
        isNew = audience.isNew();
        waiting = audience.prepared().notBefore();
    }

    void notice(String notice) {
        notices.add(notice);
    }

    /** The list's difference was handed over as a file. */
    void loaded() {
        isLoaded = true;
    }

    boolean isLoaded() {
        return isLoaded;
    }

    /** Whether audience or list is not there yet. */
    boolean isNew() {
        return isNew;
    }

    /** What the run itself would wait for before it sends. */
    Optional<Waiting> waiting() {
        return waiting;
    }

    List<Preview.PlannedFile> files() {
        return List.copyOf(files);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    List<Preview.PlannedCalls> calls() {
        return calls.entrySet().stream()
                .map(entry -> new Preview.PlannedCalls(
                        entry.getKey().value(),
                        entry.getValue().reading.sum(),
                        entry.getValue().writing.sum()))
                .toList();
    }

    private Counts of(ConnectionName connection) {
        return calls.computeIfAbsent(connection, name -> new Counts(new LongAdder(), new LongAdder()));
    }

    private record Counts(LongAdder reading, LongAdder writing) {}
}
