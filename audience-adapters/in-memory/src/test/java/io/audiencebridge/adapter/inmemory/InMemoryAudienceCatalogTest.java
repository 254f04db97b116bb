// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.AudienceCatalogContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.List;

final class InMemoryAudienceCatalogTest extends AudienceCatalogContract {
    @Override
    protected Connector open(List<String> titles) {
        InMemoryConnector connector = InMemoryConnector.ofKeys(connection());
        titles.forEach(title -> connector.audience(title));
        return connector;
    }

    @Override
    protected ConnectionName connection() {
        return new ConnectionName("cloud");
    }
}
