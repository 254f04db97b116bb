// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFiles;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudiences;
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
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.Populations;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

final class AudienceManagerInRealTimeAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new AudienceManagerConnectorFactory()
                .connect(
                        AudienceManagerSettings.builder()
                                .dataCollection(DataCollectionSettings.of("acme.demdex.net"))
                                .build(),
                        new TestContext(Either.right(new TestTokens()), Map.of(), InstantSource.system()))
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                SharedAudiences.class,
                MemberReader.class,
                MemberSamples.class,
                MemberChanges.class,
                MemberWriter.class,
                WriteRehearsals.class,
                Populations.class,
                DeliveryDays.class,
                DeliveryStatus.class,
                Preconditions.class,
                IdSyncs.class,
                OptOutCalls.class,
                AudienceManagerClient.class,
                DataFiles.class,
                IdSyncFiles.class,
                DataCollection.class);
    }
}
