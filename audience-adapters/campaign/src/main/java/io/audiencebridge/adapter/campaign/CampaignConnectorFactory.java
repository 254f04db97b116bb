// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
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
        boolean isNative =
                settings.operator().isPresent() || settings.password().isPresent();
        Option<Either<BridgeError, TokenSource>> tokens = isNative ? Option.none() : Option.some(context.tokens());
        Seq<Violation> violations =
                SettingsCheck.of(settings).appendAll(tokens.toVector().flatMap(CampaignConnectorFactory::signIn));
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return tokens.map(found -> found.map(source -> withTokens(settings, context, source)))
                .getOrElse(() -> Either.right(withOperator(settings, context)))
                .map(soap -> new CampaignConnector(settings, soap));
    }

    private static CampaignSoap withOperator(CampaignSettings settings, ConnectorContext context) {
        return CampaignSoap.withOperator(
                transport(settings, context),
                settings.uri(),
                settings.operator().orElseThrow(),
                settings.password().orElseThrow());
    }

    private static CampaignSoap withTokens(CampaignSettings settings, ConnectorContext context, TokenSource tokens) {
        return CampaignSoap.withTokens(transport(settings, context), settings.uri(), tokens);
    }

    private static HttpTransport transport(CampaignSettings settings, ConnectorContext context) {
        HttpSettings http = settings.http().applicationName().isEmpty()
                ? HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(context.application())
                        .build()
                : settings.http();
        return HttpTransport.to(SystemId.CAMPAIGN, http);
    }

    /** The violations of a missing sign-in, beside all others; any other failure is told when it is the only one. */
    private static Seq<Violation> signIn(Either<BridgeError, TokenSource> tokens) {
        return tokens.isLeft() && tokens.getLeft() instanceof BridgeError.InvalidRequest invalid
                ? invalid.violations()
                : Vector.empty();
    }
}
