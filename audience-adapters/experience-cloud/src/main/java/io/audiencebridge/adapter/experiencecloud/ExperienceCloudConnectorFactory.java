// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.idservice.CallPace;
import io.audiencebridge.adapter.experiencecloud.idservice.IdService;
import io.audiencebridge.adapter.experiencecloud.idservice.RequestCheck;
import io.audiencebridge.adapter.experiencecloud.idservice.ServiceAddress;
import io.audiencebridge.adapter.experiencecloud.links.LinkRules;
import io.audiencebridge.adapter.experiencecloud.links.ServiceLinks;
import io.audiencebridge.adapter.experiencecloud.links.ServiceOptOuts;
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
import io.vavr.control.Option;
import io.vavr.control.Try;

/** Connects to the Experience Cloud ID service. */
public final class ExperienceCloudConnectorFactory implements ConnectorFactory<ExperienceCloudSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public ExperienceCloudConnectorFactory() {}

    @Override
    public Class<ExperienceCloudSettings> settings() {
        return ExperienceCloudSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(ExperienceCloudSettings settings, ConnectorContext context) {
        Seq<Violation> violations = SettingsCheck.of(settings);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        SettingsCheck.warn(settings.organisation());
        return Try.of(() -> HttpTransport.to(ExperienceCloudConnector.SYSTEM, http(settings, context)))
                .toEither()
                .<BridgeError>mapLeft(refused ->
                        BridgeError.InvalidRequest.of("experience-cloud.http", String.valueOf(refused.getMessage())))
                .map(transport -> connected(service(settings, transport), settings, context));
    }

    private static Connector connected(IdService service, ExperienceCloudSettings settings, ConnectorContext context) {
        LinkRules rules = new LinkRules(
                settings.organisation(),
                settings.cookies(),
                settings.handOvers(),
                settings.mostLinksRemembered(),
                settings.linksRemembered());
        return new ExperienceCloudConnector(
                service,
                new ServiceLinks(service::identify, rules, context.clock(), ExperienceCloudConnector.SYSTEM),
                Option.ofOptional(settings.companyUri()).map(company -> new ServiceOptOuts(service::optOut)));
    }

    private static IdService service(ExperienceCloudSettings settings, HttpTransport transport) {
        return new IdService(
                transport,
                new ServiceAddress(settings.uri(), settings.companyUri(), settings.organisation()),
                new RequestCheck(settings.mostCustomerIds(), settings.mostIdsOfOneNamespace()),
                settings.reading(),
                CallPace.of(settings.mostCallsPerSecond()));
    }

    private static HttpSettings http(ExperienceCloudSettings settings, ConnectorContext context) {
        return settings.http().applicationName().isEmpty()
                ? HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(context.application())
                        .build()
                : settings.http();
    }
}
