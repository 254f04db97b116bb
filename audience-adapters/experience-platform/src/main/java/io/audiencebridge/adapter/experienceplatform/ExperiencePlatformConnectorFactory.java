// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.files.ExportFiles;
import io.audiencebridge.adapter.experienceplatform.rest.PlatformClient;
import io.audiencebridge.adapter.experienceplatform.rest.RestPlatform;
import io.audiencebridge.adapter.experienceplatform.rest.Sandbox;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Try;

/** Connects to Experience Platform and to the files that its destinations write. */
public final class ExperiencePlatformConnectorFactory implements ConnectorFactory<ExperiencePlatformSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public ExperiencePlatformConnectorFactory() {}

    @Override
    public Class<ExperiencePlatformSettings> settings() {
        return ExperiencePlatformSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(ExperiencePlatformSettings settings, ConnectorContext context) {
        Seq<Violation> violations = SettingsCheck.of(settings);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return Try.of(() -> HttpTransport.to(ExperiencePlatformSettings.SYSTEM, http(settings, context)))
                .toEither()
                .<BridgeError>mapLeft(refused ->
                        BridgeError.InvalidRequest.of("experiencePlatform.http", String.valueOf(refused.getMessage())))
                .map(transport -> new ExperiencePlatformConnector(
                        transport, files(settings, context).appendAll(rest(settings, transport, context))));
    }

    /** The abilities that need files and no sign-in. */
    private static Vector<Object> files(ExperiencePlatformSettings settings, ConnectorContext context) {
        ExportFiles files = new ExportFiles(context);
        return Vector.of(
                new DeliveredExports(files),
                new DeliveredEvents(settings, files, context.clock()),
                new ExportPreconditions(settings, files, context.clock()));
    }

    /** The abilities that sign in with their first call. */
    private static Vector<Object> rest(
            ExperiencePlatformSettings settings, HttpTransport transport, ConnectorContext context) {
        Sandbox sandbox = new Sandbox(settings.sandboxName(), settings.sandboxId());
        RestPlatform platform = new RestPlatform(
                new PlatformClient(transport, settings.uri(), context::tokens, sandbox), settings.pageSize());
        return platform.clients(
                        settings.guardrails(), settings.changeAttempts(), settings.externalAudiences(), context.clock())
                .append(new AudienceList(platform.audiences(), settings.pageSize()));
    }

    private static HttpSettings http(ExperiencePlatformSettings settings, ConnectorContext context) {
        return settings.http().applicationName().isEmpty()
                ? HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(context.application())
                        .build()
                : settings.http();
    }
}
