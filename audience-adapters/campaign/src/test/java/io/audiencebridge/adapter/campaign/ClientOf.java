// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.Secret;
import java.util.function.UnaryOperator;

/** The generic client of a connection to an instance, signed in by an operator unless said otherwise. */
final class ClientOf implements AutoCloseable {
    final CampaignClient client;
    private final Connector connector;

    ClientOf(Instance instance, UnaryOperator<CampaignSettings.Builder> change) {
        this(change.apply(settings(instance)).build());
    }

    ClientOf(CampaignSettings settings) {
        connector = new CampaignConnectorFactory()
                .connect(settings, new Bench.NoTokens())
                .get();
        client = connector.ability(CampaignClient.class).get();
    }

    static ClientOf operatorAt(Instance instance) {
        return new ClientOf(instance, settings -> settings.operator("admin").password(Secret.of("p@ss&<1>-planted")));
    }

    private static CampaignSettings.Builder settings(Instance instance) {
        return CampaignSettings.builder()
                .uri(instance.uri())
                .http(HttpSettings.builder().maxAttempts(1).build());
    }

    @Override
    public void close() {
        connector.close();
    }
}
