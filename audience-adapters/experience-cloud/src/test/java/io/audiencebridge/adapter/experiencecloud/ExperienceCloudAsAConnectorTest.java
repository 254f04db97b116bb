// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

final class ExperienceCloudAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new ExperienceCloudConnectorFactory()
                .connect(
                        ExperienceCloudSettings.builder()
                                .organisation(Bench.ORGANISATION)
                                .companyUri(URI.create("https://acme.demdex.example.com"))
                                .build(),
                        new BareContext(InstantSource.system()))
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(VisitorLinks.class, Preconditions.class, OptOutCalls.class, ExperienceCloudIdService.class);
    }
}
