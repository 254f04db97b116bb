// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Instant;
import java.util.List;

final class ImsTokenSourceFactoryTest extends FactoryContract<ImsSettings> {
    private static final String SECRET = "p8e-0815-4711";

    @Override
    protected Class<?> port() {
        return TokenSourceFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return ImsTokenSourceFactory.class;
    }

    @Override
    protected Class<ImsSettings> settings() {
        return new ImsTokenSourceFactory().settings();
    }

    @Override
    protected ImsSettings sound() {
        return settings("key-0815", "https://ims.example.com");
    }

    @Override
    protected ImsSettings broken() {
        return settings(" ", "http://ims.example.com");
    }

    @Override
    protected List<String> mistakes() {
        return List.of("ims.clientId", "ims.uri");
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    protected Either<BridgeError, ?> open(ImsSettings settings) {
        return new ImsTokenSourceFactory().open(settings, () -> Instant.EPOCH);
    }

    private static ImsSettings settings(String clientId, String uri) {
        return ImsSettings.builder()
                .organisation(new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"))
                .clientId(clientId)
                .clientSecret(Secret.of(SECRET))
                .uri(URI.create(uri))
                .build();
    }
}
