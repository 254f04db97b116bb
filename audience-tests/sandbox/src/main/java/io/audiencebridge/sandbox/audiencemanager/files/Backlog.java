// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What was stored and takes effect later. Guarded by the company's lock. */
final class Backlog {
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private long number;

    private record Due(Instant at, long number, Changes changes) {}

    /** Takes changes, which keep their order when they are due at one time. */
    void add(Changes changes, Instant at) {
        waiting.add(new Due(at, number++, changes));
    }

    /** When the next changes take effect. */
    Optional<Instant> next() {
        return Optional.ofNullable(waiting.peek()).map(Due::at);
    }

    /** Makes what is due. */
    void catchUp(Instant now) {
        while (!waiting.isEmpty() && !waiting.element().at().isAfter(now)) {
            Due due = waiting.remove();
            due.changes().apply(due.at());
        }
    }

    void clear() {
        waiting.clear();
    }
}
