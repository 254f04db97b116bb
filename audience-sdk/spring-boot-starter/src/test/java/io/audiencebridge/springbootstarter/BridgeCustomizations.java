// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// guide:begin
@Configuration
class BridgeCustomizations {
    @Bean
    AudienceBridgeBuilderCustomizer patientBridge() {
        return builder -> builder.limit(Duration.ofHours(12));
    }
}
// guide:end
