// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.observation.BridgeObserver;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the application's registry what the bridge does, where {@code audience-observation} is there. A customizer of the application may say otherwise. */
@AutoConfiguration(
        before = AudienceBridgeAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass(
        name = {"io.audiencebridge.observation.BridgeObserver", "io.micrometer.observation.ObservationRegistry"})
final class ObservationConfiguration {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    AudienceBridgeBuilderCustomizer audienceBridgeObservations(ObservationRegistry registry) {
        return builder -> builder.observer(BridgeObserver.of(registry));
    }
}
