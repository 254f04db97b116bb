// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.sdk.AudienceBridge;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The bridge's health where Spring Boot 4 keeps health. */
@AutoConfiguration(after = AudienceBridgeAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
final class NewerHealthConfiguration {
    @Bean
    @ConditionalOnSingleCandidate(AudienceBridge.class)
    @ConditionalOnEnabledHealthIndicator("audience-bridge")
    @ConditionalOnMissingBean(name = "audienceBridgeHealthIndicator")
    HealthIndicator audienceBridgeHealthIndicator(AudienceBridge bridge) {
        BridgeHealth health = new BridgeHealth(bridge);
        return () -> {
            BridgeHealth.Seen seen = health.look();
            return (seen.up() ? Health.up() : Health.down())
                    .withDetail("journal", seen.detail())
                    .build();
        };
    }
}
