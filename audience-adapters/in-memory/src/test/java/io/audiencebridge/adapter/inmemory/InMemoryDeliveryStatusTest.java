// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.DeliveryStatusContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.util.Map;

final class InMemoryDeliveryStatusTest extends DeliveryStatusContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final InMemoryConnector connector =
            InMemoryConnector.ofKeys(new ConnectionName("cloud")).withReceipts();
    private final AudienceRef audience = connector.audience("Gold");

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected WrittenChange change() {
        return WrittenChange.builder()
                .order(WriteOrder.builder()
                        .audience(audience)
                        .dataSource(DataSource.visitor(14016))
                        .change(WriteOrder.Change.ADD)
                        .stamp(NOON)
                        .build())
                .handedOver(NOON)
                .rows(3)
                .build();
    }

    @Override
    protected void storeAllButOne() {
        connector.storeWritten(Map.of("unknown id", 1L));
    }

    @Override
    protected void refuse() {
        connector.refuseWritten("its name is wrong");
    }
}
