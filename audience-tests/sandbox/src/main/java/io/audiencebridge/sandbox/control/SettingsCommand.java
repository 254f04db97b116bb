// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.SandboxServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /settings}: how an emulator behaves, by its name: {@code {"campaign":{"build":9380}}}. */
final class SettingsCommand {
    private final SandboxServer server;

    SettingsCommand(SandboxServer server) {
        this.server = server;
    }

    Map<String, Object> run(JsonNode body) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("POST /settings needs a JSON object by system, like " + known());
        }
        Map<Emulator, JsonNode> wanted = new LinkedHashMap<>();
        body.properties().forEach(field -> wanted.put(emulator(field.getKey()), field.getValue()));
        wanted.forEach(Emulator::set);
        return known();
    }

    private Emulator emulator(String system) {
        return server.emulators().stream()
                .filter(emulator ->
                        emulator.system().equals(system) && !emulator.settings().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + system + "' has no settings; there are those of " + known().keySet()));
    }

    private Map<String, Object> known() {
        return Views.settings(server);
    }
}
