// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxClock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** {@code /clock}. */
final class ClockCommand {
    private ClockCommand() {}

    static Map<String, String> now(SandboxClock clock) {
        return Map.of("now", clock.instant().toString());
    }

    static Map<String, String> advance(SandboxClock clock, JsonNode body) {
        if (!body.path("advance").isTextual()) {
            throw new IllegalArgumentException("POST /clock needs {\"advance\": \"PT36H\"}, but got " + body);
        }
        return Map.of(
                "now", clock.advance(duration("advance", body.path("advance"))).toString());
    }

    static Duration duration(String key, JsonNode value) {
        try {
            Duration duration = Duration.parse(value.asText());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw notDuration(key, value, e);
        }
        throw notDuration(key, value, null);
    }

    private static IllegalArgumentException notDuration(
            String key, JsonNode value, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + key + "' must be an ISO 8601 duration of zero or more like PT36H, but is " + value, cause);
    }
}
