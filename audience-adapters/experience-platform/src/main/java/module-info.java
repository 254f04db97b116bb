// SPDX-License-Identifier: Apache-2.0

/** Adobe Experience Platform and the files of its destinations. */
module io.audiencebridge.adapter.experienceplatform {
    requires transitive io.audiencebridge.domain;
    requires transitive io.audiencebridge.adapter.http;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.experienceplatform;
    exports io.audiencebridge.adapter.experienceplatform.client;

    provides io.audiencebridge.domain.spi.connector.ConnectorFactory with
            io.audiencebridge.adapter.experienceplatform.ExperiencePlatformConnectorFactory;
}
