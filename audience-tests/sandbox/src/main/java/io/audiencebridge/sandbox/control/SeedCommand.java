// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.SandboxServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /seed}: hands each key to the emulator that understands it, in the order of the body. */
final class SeedCommand {
    private final SandboxServer server;

    SeedCommand(SandboxServer server) {
        this.server = server;
    }

    Map<String, Object> run(JsonNode body) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("POST /seed needs a JSON object with some of " + keys());
        }
        Map<String, Emulator> owners = new LinkedHashMap<>();
        body.fieldNames().forEachRemaining(key -> owners.put(key, owner(key)));
        owners.forEach((key, emulator) -> emulator.seed(key, body.get(key)));
        return Map.of("seeded", owners.keySet());
    }

    private Emulator owner(String key) {
        Optional<Emulator> owner = server.emulators().stream()
                .filter(emulator -> emulator.seedKeys().contains(key))
                .findFirst();
        return owner.orElseThrow(
                () -> new IllegalArgumentException("Nothing can be seeded with '" + key + "'; known keys: " + keys()));
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        server.emulators().forEach(emulator -> keys.addAll(emulator.seedKeys()));
        return keys;
    }
}
