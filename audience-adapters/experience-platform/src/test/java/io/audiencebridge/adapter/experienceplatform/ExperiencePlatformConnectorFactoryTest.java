// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

final class ExperiencePlatformConnectorFactoryTest extends FactoryContract<ExperiencePlatformSettings> {
    @Override
    protected Class<?> port() {
        return ConnectorFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return ExperiencePlatformConnectorFactory.class;
    }

    @Override
    protected Class<ExperiencePlatformSettings> settings() {
        return new ExperiencePlatformConnectorFactory().settings();
    }

    @Override
    protected ExperiencePlatformSettings sound() {
        return ExperiencePlatformSettings.standard();
    }

    @Override
    protected ExperiencePlatformSettings broken() {
        return ExperiencePlatformSettings.builder()
                .uri(URI.create("http://platform.example.com"))
                .sandboxName("two words")
                .pageSize(0)
                .build();
    }

    @Override
    protected List<String> mistakes() {
        return List.of("experiencePlatform.uri", "experiencePlatform.sandboxName", "experiencePlatform.pageSize");
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

    @Override
    protected Either<BridgeError, ?> open(ExperiencePlatformSettings settings) {
        return new ExperiencePlatformConnectorFactory().connect(settings, new BareContext(InstantSource.system()));
    }
}
