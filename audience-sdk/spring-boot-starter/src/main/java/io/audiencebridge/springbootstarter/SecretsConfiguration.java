// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps the bridge's secrets out of the actuator's pages, even where those are told to show values. */
@AutoConfiguration
@ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.SanitizingFunction")
final class SecretsConfiguration {
    private static final String OURS = "audiencebridge";
    private static final Set<String> SECRET = Set.of("secret", "password", "passphrase", "secretkey", "accesskey");

    @Bean
    SanitizingFunction audienceBridgeSecrets() {
        return data -> isSecret(data.getKey()) ? data.withValue(SanitizableData.SANITIZED_VALUE) : data;
    }

    /** Whether a property holds a secret, in whatever spelling Spring Boot takes it: kebab, camel, environment, with an index. */
    static boolean isSecret(String key) {
        StringBuilder letters = new StringBuilder();
        key.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        String plain = letters.toString();
        return plain.startsWith(OURS) && SECRET.stream().anyMatch(word -> plain.contains(word));
    }
}
