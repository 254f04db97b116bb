// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/** One outside system, served on a port of its own behind the recording, fault-injecting filter. */
public interface Emulator {
    /** The name under which it appears everywhere: {@code ims}, {@code campaign}, {@code audienceManager}, {@code s3}. */
    String system();

    /** What answers its requests; called once, before the port opens. */
    Handler handler();

    /** Adapts the port's HTTP rules before it opens; the default keeps them. */
    default void configure(HttpConfiguration http) {}

    /** When the next thing falls due that others may wait for; an advance of the clock stops there. Empty if there is no such thing. */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Does what fell due up to the given virtual time, in order, before it returns. */
    void clockMoved(Instant now);

    /** Its share of {@code GET /state}: keys and plain values that become JSON. */
    Map<String, Object> state();

    /** Goes back to the data it was started with. */
    void reset();

    /** The keys of {@code POST /seed} that it understands. */
    default Set<String> seedKeys() {
        return Set.of();
    }

    /**
     * Adds data to what is there.
     *
     * @throws IllegalArgumentException if the value cannot be read; nothing has changed then
     */
    default void seed(String key, JsonNode value) {
        throw new IllegalArgumentException(system() + " cannot be seeded with " + key);
    }

    /** How it behaves, where that can be set: its part of {@code GET /settings}. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /**
     * Changes how it behaves, until the next reset.
     *
     * @param settings an object with some of the keys of {@link #settings()}
     * @throws IllegalArgumentException if a key or value cannot be read; nothing has changed then
     */
    default void set(JsonNode settings) {
        throw new IllegalArgumentException(system() + " has nothing that can be set");
    }
}
