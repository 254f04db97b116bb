// SPDX-License-Identifier: Apache-2.0

/** Adobe Audience Manager. */
module io.audiencebridge.adapter.audiencemanager {
    requires transitive io.audiencebridge.domain;
    requires transitive io.audiencebridge.adapter.http;
    requires static transitive jdk.httpserver;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.audiencemanager;
    exports io.audiencebridge.adapter.audiencemanager.client;

    provides io.audiencebridge.domain.spi.connector.ConnectorFactory with
            io.audiencebridge.adapter.audiencemanager.AudienceManagerConnectorFactory;
}
