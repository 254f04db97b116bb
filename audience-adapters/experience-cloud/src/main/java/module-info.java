// SPDX-License-Identifier: Apache-2.0

/** The Experience Cloud ID service. */
module io.audiencebridge.adapter.experiencecloud {
    requires transitive io.audiencebridge.domain;
    requires transitive io.audiencebridge.adapter.http;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.experiencecloud;
    exports io.audiencebridge.adapter.experiencecloud.client;

    provides io.audiencebridge.domain.spi.connector.ConnectorFactory with
            io.audiencebridge.adapter.experiencecloud.ExperienceCloudConnectorFactory;
}
