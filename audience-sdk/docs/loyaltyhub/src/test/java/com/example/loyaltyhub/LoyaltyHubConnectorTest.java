// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import java.util.Set;

final class LoyaltyHubConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() throws Exception {
        try (HubBench bench = new HubBench()) {
            return bench.connect();
        }
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                MemberReader.class,
                MemberWriter.class,
                KeyReader.class,
                OptOuts.class,
                ChangedKeys.class);
    }
}
