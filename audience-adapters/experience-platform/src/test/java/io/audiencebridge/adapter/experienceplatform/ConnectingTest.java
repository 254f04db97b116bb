// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ConnectingTest {
    @Test
    void the_factory_is_found_as_a_service() {
        assertThat(ServiceLoader.load(ConnectorFactory.class))
                .hasAtLeastOneElementOfType(ExperiencePlatformConnectorFactory.class);
    }

    @Test
    void the_connection_is_named_after_its_system() {
        assertThat(ExperiencePlatformSettings.standard().connection()).hasToString("experience-platform");
    }
}
