// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

final class LoyaltyHubFactoryTest extends FactoryContract<LoyaltyHubSettings> {
    private static final String KEY = "hub-key-0815";

    @Override
    protected Class<?> port() {
        return ConnectorFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return LoyaltyHubConnectorFactory.class;
    }

    @Override
    protected Class<LoyaltyHubSettings> settings() {
        return new LoyaltyHubConnectorFactory().settings();
    }

    @Override
    protected LoyaltyHubSettings sound() {
        return LoyaltyHubSettings.of(URI.create("https://hub.example.com"), Secret.of(KEY));
    }

    @Override
    protected LoyaltyHubSettings broken() {
        return LoyaltyHubSettings.of(URI.create("http://hub.example.com"), Secret.of(KEY))
                .withPageSize(0);
    }

    @Override
    protected List<String> mistakes() {
        return List.of("uri", "pageSize");
    }

    @Override
    protected List<String> secrets() {
        return List.of(KEY);
    }

    @Override
    protected Either<BridgeError, ?> open(LoyaltyHubSettings settings) {
        return new LoyaltyHubConnectorFactory().connect(settings, new BareContext(InstantSource.system()));
    }
}
