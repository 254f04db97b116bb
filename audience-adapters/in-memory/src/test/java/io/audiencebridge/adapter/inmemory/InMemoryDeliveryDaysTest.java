// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.DeliveryDaysContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.LocalDate;

final class InMemoryDeliveryDaysTest extends DeliveryDaysContract {
    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("cloud")).withDeliveries();
    private final AudienceRef audience = connector.audience("Gold");

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected AudienceRef audience() {
        return audience;
    }

    @Override
    protected DataSource dataSource() {
        return DataSource.visitor(14016);
    }

    @Override
    protected void miss(LocalDate earlier, LocalDate later) {
        connector.missDelivery(later);
        connector.missDelivery(earlier);
    }

    @Override
    protected LocalDate day() {
        return LocalDate.parse("2026-11-01");
    }
}
