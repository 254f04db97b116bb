// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

final class ExperienceCloudConnectorFactoryTest extends FactoryContract<ExperienceCloudSettings> {
    @Override
    protected Class<?> port() {
        return ConnectorFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return ExperienceCloudConnectorFactory.class;
    }

    @Override
    protected Class<ExperienceCloudSettings> settings() {
        return new ExperienceCloudConnectorFactory().settings();
    }

    @Override
    protected ExperienceCloudSettings sound() {
        return ExperienceCloudSettings.builder()
                .organisation(Bench.ORGANISATION)
                .build();
    }

    @Override
    protected ExperienceCloudSettings broken() {
        return ExperienceCloudSettings.builder()
                .organisation(Bench.ORGANISATION)
                .uri(URI.create("http://dpm.example.com"))
                .mostCustomerIds(0)
                .build();
    }

    @Override
    protected List<String> mistakes() {
        return List.of("experience-cloud.uri", "experience-cloud.mostCustomerIds");
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

    @Override
    protected Either<BridgeError, ?> open(ExperienceCloudSettings settings) {
        return new ExperienceCloudConnectorFactory().connect(settings, new BareContext(InstantSource.system()));
    }
}
