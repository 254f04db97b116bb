// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

final class AudienceManagerConnectorFactoryTest extends FactoryContract<AudienceManagerSettings> {
    private static final String SECRET = "s3c-0815-4711";
    private static final String PASSWORD = "p8e-0815-4711";

    @Override
    protected Class<?> port() {
        return ConnectorFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return AudienceManagerConnectorFactory.class;
    }

    @Override
    protected Class<AudienceManagerSettings> settings() {
        return new AudienceManagerConnectorFactory().settings();
    }

    @Override
    protected AudienceManagerSettings sound() {
        return settings("https://aam.example.com", 1000);
    }

    @Override
    protected AudienceManagerSettings broken() {
        return settings("http://aam.example.com", 0);
    }

    @Override
    protected List<String> mistakes() {
        return List.of("audienceManager.uri", "audienceManager.pageSize");
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET, PASSWORD);
    }

    @Override
    protected Either<BridgeError, ?> open(AudienceManagerSettings settings) {
        return new AudienceManagerConnectorFactory().connect(settings, new BareContext(InstantSource.system()));
    }

    private static AudienceManagerSettings settings(String uri, int pageSize) {
        return AudienceManagerSettings.builder()
                .uri(URI.create(uri))
                .legacySignIn(LegacySignIn.builder()
                        .clientId("acme-api")
                        .clientSecret(Secret.of(SECRET))
                        .username("bridge")
                        .password(Secret.of(PASSWORD))
                        .build())
                .pageSize(pageSize)
                .build();
    }
}
