// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.time.InstantSource;

/** Makes token sources over Adobe's identity service. */
public final class ImsTokenSourceFactory implements TokenSourceFactory<ImsSettings> {
    private static final SystemId IMS = new SystemId("ims");

    /** For {@code ServiceLoader}. */
    public ImsTokenSourceFactory() {}

    @Override
    public Class<ImsSettings> settings() {
        return ImsSettings.class;
    }

    @Override
    public Either<BridgeError, TokenSource> open(ImsSettings settings, InstantSource clock) {
        Vector<Violation> violations = violations(settings);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        return Try.of(() -> HttpTransport.to(IMS, settings.http()))
                .toEither()
                .<BridgeError>mapLeft(
                        refused -> BridgeError.InvalidRequest.of("ims.http", String.valueOf(refused.getMessage())))
                .map(transport -> new ImsTokenSource(settings, new TokenEndpoint(settings, transport, clock), clock));
    }

    private static Vector<Violation> violations(ImsSettings settings) {
        return Vector.of(
                        ImsOrgId.parse(settings.organisation().value())
                                .fold(Vector::of, sound -> Vector.<Violation>empty()),
                        when(
                                settings.clientId().isBlank(),
                                "ims.clientId",
                                "is empty; copy it from the credential's page in the Developer Console"),
                        when(
                                settings.clientSecret().isEmpty(),
                                "ims.clientSecret",
                                "is empty; copy it from the credential's page in the Developer Console"),
                        when(
                                settings.scopes().isEmpty(),
                                "ims.scopes",
                                "is empty; copy the list from the credential's page in the Developer Console"),
                        when(
                                settings.uri().getHost() == null,
                                "ims.uri",
                                "'" + settings.uri() + "' must be an absolute address such as "
                                        + ImsSettings.PRODUCTION),
                        when(
                                settings.refreshAhead().isNegative(),
                                "ims.refreshAhead",
                                settings.refreshAhead() + " must not be negative"))
                .flatMap(found -> found);
    }

    private static Vector<Violation> when(boolean wrong, String subject, String message) {
        return wrong ? Vector.of(new Violation(subject, message)) : Vector.empty();
    }
}
