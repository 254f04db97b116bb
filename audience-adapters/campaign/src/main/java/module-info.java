// SPDX-License-Identifier: Apache-2.0

/** Adobe Campaign Classic. */
module io.audiencebridge.adapter.campaign {
    requires transitive io.audiencebridge.domain;
    requires transitive io.audiencebridge.adapter.http;
    requires com.ctc.wstx;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.codehaus.stax2;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.campaign;
    exports io.audiencebridge.adapter.campaign.client;

    provides io.audiencebridge.domain.spi.connector.ConnectorFactory with
            io.audiencebridge.adapter.campaign.CampaignConnectorFactory;
}
