// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids that were seen too often in a minute of the virtual clock: they are blocked for ever. Source: audience-manager.md,
 * section 6.6. Guarded by the company's lock.
 */
final class DenyList {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Conduct conduct;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Set<String> denied = new HashSet<>();

    DenyList(Conduct conduct) {
        this.conduct = conduct;
    }

    /** Counts a call with an id and says whether the id is blocked, by this call or before it. */
    boolean denies(long dataSource, String id, Instant now) {
        String key = dataSource + ":" + id;
        if (denied.contains(key)) {
            return true;
        }
        Deque<Instant> times = calls.computeIfAbsent(key, absent -> new ArrayDeque<>());
        times.addLast(now);
        while (!times.isEmpty() && times.getFirst().plus(WINDOW).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() > conduct.callsPerMinute()) {
            denied.add(key);
            calls.remove(key);
            return true;
        }
        return false;
    }

    int size() {
        return denied.size();
    }

    void clear() {
        calls.clear();
        denied.clear();
    }
}
