// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.rest.RestClient;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Connects to Audience Manager. */
public final class AudienceManagerConnectorFactory implements ConnectorFactory<AudienceManagerSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public AudienceManagerConnectorFactory() {}

    @Override
    public Class<AudienceManagerSettings> settings() {
        return AudienceManagerSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(AudienceManagerSettings settings, ConnectorContext context) {
        Either<BridgeError, TokenSource> tokens = context.tokens();
        Seq<Violation> violations = SettingsCheck.of(settings).appendAll(signIn(tokens));
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return tokens.map(source -> connected(settings, context, source));
    }

    private static Connector connected(AudienceManagerSettings settings, ConnectorContext context, TokenSource tokens) {
        HttpTransport transport = HttpTransport.to(SystemId.AUDIENCE_MANAGER, http(settings, context.application()));
        RestClient rest = new RestClient(transport, settings.uri(), tokens);
        return new AudienceManagerConnector(new Company(settings, rest, context), transport);
    }

    private static HttpSettings http(AudienceManagerSettings settings, String application) {
        return settings.http().applicationName().isEmpty()
                ? HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(application)
                        .build()
                : settings.http();
    }

    /** The violations of a missing sign-in, beside all others; any other failure is told when it is the only one. */
    private static Seq<Violation> signIn(Either<BridgeError, TokenSource> tokens) {
        return tokens.isLeft() && tokens.getLeft() instanceof BridgeError.InvalidRequest invalid
                ? invalid.violations()
                : Vector.empty();
    }
}
