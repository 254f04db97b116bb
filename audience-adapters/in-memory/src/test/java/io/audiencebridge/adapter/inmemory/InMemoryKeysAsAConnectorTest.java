// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.DeliveryDays;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.Populations;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.Set;

final class InMemoryKeysAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return InMemoryConnector.ofKeys(new ConnectionName("cloud"))
                .withDeliveries()
                .withExports()
                .withReceipts()
                .withLinks(5)
                .withOptOuts(6, 7);
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                MemberReader.class,
                MemberSamples.class,
                MemberWriter.class,
                WriteRehearsals.class,
                Populations.class,
                Preconditions.class,
                MemberChanges.class,
                DeliveryDays.class,
                MembershipEvents.class,
                DeliveryStatus.class,
                VisitorLinks.class,
                IdSyncs.class,
                OptOutCalls.class);
    }
}
