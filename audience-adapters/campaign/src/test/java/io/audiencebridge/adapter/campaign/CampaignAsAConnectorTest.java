// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.util.Set;

final class CampaignAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new CampaignConnectorFactory()
                .connect(
                        CampaignSettings.builder()
                                .uri(URI.create("https://acme.example.com"))
                                .operator("bridge")
                                .password(Secret.of("w0rd"))
                                .build(),
                        new Bench.NoTokens())
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                KeyReader.class,
                OptOuts.class,
                PersonKeys.class,
                ChangedKeys.class,
                KeyLookups.class,
                KeySamples.class,
                MemberReader.class,
                MemberWriter.class,
                WriteRehearsals.class,
                Preconditions.class,
                SharingWorkflows.class,
                OrderTimes.class,
                CampaignClient.class,
                CampaignLists.class,
                CampaignQueries.class,
                CampaignWorkflows.class,
                ExternalAccounts.class,
                AmcDataSources.class);
    }
}
