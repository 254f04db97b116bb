// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.ServiceLoader;

/** Connects to a LoyaltyHub; named in {@code META-INF/services}, so that {@code builder.connect(LoyaltyHubSettings)} finds it. */
public final class LoyaltyHubConnectorFactory implements ConnectorFactory<LoyaltyHubSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public LoyaltyHubConnectorFactory() {}

    @Override
    public Class<LoyaltyHubSettings> settings() {
        return LoyaltyHubSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(LoyaltyHubSettings settings, ConnectorContext context) {
        Seq<Violation> violations = settings.violations();
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        HttpSettings http =
                HttpSettings.builder().applicationName(context.application()).build();
        return Either.right(
                new LoyaltyHubConnector(settings, HttpTransport.to(LoyaltyHubSettings.SYSTEM, http)));
    }
}
