// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.files.BulkFiles;
import io.audiencebridge.adapter.campaign.integration.Pause;
import io.audiencebridge.adapter.campaign.soap.Connection;
import io.audiencebridge.adapter.campaign.soap.Manner;
import io.audiencebridge.adapter.campaign.soap.Observers;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Connects to an instance of Adobe Campaign. */
public final class CampaignConnectorFactory implements ConnectorFactory<CampaignSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public CampaignConnectorFactory() {}

    @Override
    public Class<CampaignSettings> settings() {
        return CampaignSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(CampaignSettings settings, ConnectorContext context) {
        CampaignSignIn signIn = SettingsCheck.signIn(settings);
        boolean byToken = signIn instanceof CampaignSignIn.Ims || signIn instanceof CampaignSignIn.BearerExchange;
        Option<Either<BridgeError, TokenSource>> tokens = byToken ? Option.some(context.tokens()) : Option.none();
        Option<Either<BridgeError, FileExchange>> bulk =
                Option.ofOptional(settings.bulk()).map(files -> context.files(files.exchange()));
        Option<Either<BridgeError, Codec>> codec = bulk.map(files -> context.codec());
        Seq<Violation> violations = SettingsCheck.of(settings)
                .appendAll(tokens.toVector().flatMap(CampaignConnectorFactory::missing))
                .appendAll(bulk.toVector().flatMap(CampaignConnectorFactory::missing))
                .appendAll(codec.toVector().flatMap(CampaignConnectorFactory::missing));
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        Observers observers = new Observers(settings.listeners(), settings.trace());
        return there(tokens)
                .flatMap(source -> there(bulk)
                        .flatMap(exchange -> there(codec)
                                .map(zip -> exchange.flatMap(files -> zip.map(by -> new BulkFiles(files, by)))))
                        .map(files -> new CampaignConnector(
                                settings,
                                connection(settings, context, signIn, observers).open(signIn, source),
                                new Wiring(observers, context.clock(), files, Pause::real))));
    }

    /** What is wanted must be there. */
    private static <T> Either<BridgeError, Option<T>> there(Option<Either<BridgeError, T>> wanted) {
        return wanted.isEmpty() ? Either.right(Option.none()) : wanted.get().map(Option::some);
    }

    private static Connection connection(
            CampaignSettings settings, ConnectorContext context, CampaignSignIn signIn, Observers observers) {
        Manner manner = new Manner(
                http(settings, context).applicationName(),
                settings.identifyClient(),
                Connection.label(signIn),
                settings.requestIds(),
                settings.headers(),
                observers);
        HttpTransport transport = HttpTransport.to(SystemId.CAMPAIGN, http(settings, context));
        return new Connection(transport, settings.uri(), manner, context.clock());
    }

    private static HttpSettings http(CampaignSettings settings, ConnectorContext context) {
        return settings.http().applicationName().isEmpty()
                ? HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(context.application())
                        .build()
                : settings.http();
    }

    /** The violations of a missing sign-in, exchange or codec, beside all others; any other failure is told when it is the only one. */
    private static Seq<Violation> missing(Either<BridgeError, ?> wanted) {
        return wanted.isLeft() && wanted.getLeft() instanceof BridgeError.InvalidRequest invalid
                ? invalid.violations()
                : Vector.empty();
    }
}
