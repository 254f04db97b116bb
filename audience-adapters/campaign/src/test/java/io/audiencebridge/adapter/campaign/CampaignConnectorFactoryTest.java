// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

final class CampaignConnectorFactoryTest extends FactoryContract<CampaignSettings> {
    private static final String PASSWORD = "p8e-0815-4711";

    @Override
    protected Class<?> port() {
        return ConnectorFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return CampaignConnectorFactory.class;
    }

    @Override
    protected Class<CampaignSettings> settings() {
        return new CampaignConnectorFactory().settings();
    }

    @Override
    protected CampaignSettings sound() {
        return settings("https://acme.example.com", 1000);
    }

    @Override
    protected CampaignSettings broken() {
        return settings("http://acme.example.com", 0);
    }

    @Override
    protected List<String> mistakes() {
        return List.of("campaign.uri", "campaign.pageSize");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    protected Either<BridgeError, ?> open(CampaignSettings settings) {
        return new CampaignConnectorFactory().connect(settings, new BareContext(InstantSource.system()));
    }

    private static CampaignSettings settings(String uri, int pageSize) {
        return CampaignSettings.builder()
                .uri(URI.create(uri))
                .operator("bridge")
                .password(Secret.of(PASSWORD))
                .pageSize(pageSize)
                .build();
    }
}
