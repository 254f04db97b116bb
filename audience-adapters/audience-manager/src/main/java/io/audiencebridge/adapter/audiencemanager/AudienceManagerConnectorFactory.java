// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.oauth.LegacyTokens;
import io.audiencebridge.adapter.audiencemanager.rest.Caller;
import io.audiencebridge.adapter.audiencemanager.rest.RestClient;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

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
        Option<Either<BridgeError, TokenSource>> tokens =
                settings.legacySignIn().isPresent() ? Option.none() : Option.some(context.tokens());
        Seq<Violation> violations = SettingsCheck.of(settings)
                .appendAll(tokens.toVector().flatMap(AudienceManagerConnectorFactory::signIn));
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return tokens.isDefined()
                ? tokens.get().map(source -> connected(settings, context, over -> Caller.ims(source)))
                : Either.right(connected(settings, context, over -> legacy(settings, over, context)));
    }

    private static Caller legacy(AudienceManagerSettings settings, HttpTransport transport, ConnectorContext context) {
        return Caller.legacy(new LegacyTokens(settings.legacySignIn().orElseThrow(), transport, context.clock()));
    }

    private static Connector connected(
            AudienceManagerSettings settings, ConnectorContext context, Function<HttpTransport, Caller> callers) {
        HttpTransport transport = HttpTransport.to(SystemId.AUDIENCE_MANAGER, http(settings, context.application()));
        RestClient rest = new RestClient(transport, settings.uri(), callers.apply(transport));
        Option<RealTime> realTime = Option.ofOptional(settings.dataCollection())
                .map(real -> RealTime.of(
                        real, http(settings, context.application()), organisation(real, context), context.clock()));
        return new AudienceManagerConnector(new Company(settings, rest, context), transport, realTime);
    }

    /** Of the settings, or else of the bridge's sign-in; that one of the two is there was checked. */
    private static ImsOrgId organisation(DataCollectionSettings real, ConnectorContext context) {
        return real.organisation()
                .orElseGet(() -> context.tokens().get().identity().organisation());
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
