// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** How the identity service behaves, where that can be set. */
final class ImsConduct {
    private final Settings settings = new Settings("ims");
    private final Settings.Switch<Duration> clockSkew =
            settings.value("clockSkew", Duration.ZERO, ImsConduct::duration, "a duration such as PT1H or PT-1H");
    private final Settings.Switch<Long> tokensPerMinute = settings.number("tokensPerMinute", 0);

    ImsConduct(AccessTokens tokens) {
        settings.command("endTokens", tokens::clear);
    }

    Settings settings() {
        return settings;
    }

    Settings.Switch<Duration> clockSkew() {
        return clockSkew;
    }

    Settings.Switch<Long> tokensPerMinute() {
        return tokensPerMinute;
    }

    private static Optional<Duration> duration(JsonNode value) {
        try {
            return Optional.of(Duration.parse(value.asText()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
