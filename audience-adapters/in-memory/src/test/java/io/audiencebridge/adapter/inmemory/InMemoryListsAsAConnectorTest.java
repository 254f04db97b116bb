// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.Set;

final class InMemoryListsAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return InMemoryConnector.ofRecipients(new ConnectionName("crm"))
                .withWorkflows(InMemoryConnector.ofKeys(new ConnectionName("cloud")));
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                MemberReader.class,
                MemberSamples.class,
                MemberWriter.class,
                MemberLoader.class,
                WriteRehearsals.class,
                KeyReader.class,
                OptOuts.class,
                PersonKeys.class,
                KeySamples.class,
                ChangedKeys.class,
                KeyLookups.class,
                KeyExtracts.class,
                SharingWorkflows.class,
                OrderTimes.class,
                Preconditions.class);
    }
}
