// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import io.audiencebridge.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of the old kind: a random number each, with an end on the virtual clock. Thread-safe. */
final class LegacyTokens {
    /** Source: audience-manager.md, section 2.2. */
    static final Duration LIFETIME = Duration.ofSeconds(21_922);

    private final SandboxClock clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Set<String> refreshing = new HashSet<>();

    LegacyTokens(SandboxClock clock) {
        this.clock = clock;
    }

    /** A token and the one that renews it. */
    record Pair(String access, String refresh) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    synchronized Pair issue() {
        Pair pair = new Pair(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        ends.put(pair.access(), clock.instant().plus(LIFETIME));
        refreshing.add(pair.refresh());
        return pair;
    }

    /** Says whether such a token renews, which it does once. */
    synchronized boolean use(String refresh) {
        return refreshing.remove(refresh);
    }

    boolean isLiving(String access) {
        Instant end = ends.get(access);
        return end != null && clock.instant().isBefore(end);
    }

    /** Whether such a token was ever handed out, and not revoked since. */
    boolean isKnown(String access) {
        return ends.containsKey(access);
    }

    synchronized void revokeAll() {
        ends.clear();
        refreshing.clear();
    }
}
