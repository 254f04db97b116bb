// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.AudienceCatalogContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class LoyaltyHubCatalogTest extends AudienceCatalogContract {
    private final HubBench bench;

    LoyaltyHubCatalogTest() throws IOException {
        bench = new HubBench();
    }

    @Override
    protected Connector open(List<String> titles) {
        titles.forEach(title -> bench.hub.data().addList(title, List.of()));
        return bench.connect();
    }

    @Override
    protected ConnectionName connection() {
        return HubBench.NAME;
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
