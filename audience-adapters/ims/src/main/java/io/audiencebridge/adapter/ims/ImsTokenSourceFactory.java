// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.NamesApplication;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.time.InstantSource;

/** Makes token sources over Adobe's identity service. */
public final class ImsTokenSourceFactory implements TokenSourceFactory<ImsSettings>, NamesApplication<ImsSettings> {
    private static final SystemId IMS = new SystemId("ims");

    /** For {@code ServiceLoader}. */
    public ImsTokenSourceFactory() {}

    @Override
    public Class<ImsSettings> settings() {
        return ImsSettings.class;
    }

    @Override
    public ImsSettings named(ImsSettings settings, String application) {
        return settings.http().applicationName().isEmpty()
                ? ImsSettings.builder()
                        .from(settings)
                        .http(HttpSettings.builder()
                                .from(settings.http())
                                .applicationName(application)
                                .build())
                        .build()
                : settings;
    }

    @Override
    public Either<BridgeError, TokenSource> open(ImsSettings settings, InstantSource clock) {
        return client(settings, clock).map(client -> client);
    }

    /** A token source that can also validate and revoke; nothing is sent yet. Left: {@code InvalidRequest} with every mistake in the settings. */
    public Either<BridgeError, ImsClient> client(ImsSettings settings, InstantSource clock) {
        CredentialChain chain = new CredentialChain(settings);
        Vector<Violation> violations = timing(settings);
        Either<BridgeError, SignIn> first = chain.read();
        if (first.isLeft() && first.getLeft() instanceof BridgeError.InvalidRequest incomplete) {
            violations = violations.appendAll(incomplete.violations());
        }
        violations = violations
                .appendAll(first.toVector().flatMap(ImsTokenSourceFactory::violations))
                .appendAll(first.toVector()
                        .flatMap(signIn -> HttpTransport.plainHttp("ims.uri", signIn.uri(), settings.http())));
        return violations.isEmpty()
                ? first.flatMap(signIn -> connected(settings, signIn, chain, clock))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Either<BridgeError, ImsClient> connected(
            ImsSettings settings, SignIn signIn, CredentialChain chain, InstantSource clock) {
        return Try.of(() -> HttpTransport.to(IMS, settings.http()))
                .toEither()
                .<BridgeError>mapLeft(
                        refused -> BridgeError.InvalidRequest.of("ims.http", String.valueOf(refused.getMessage())))
                .map(transport -> new ImsTokenSource(
                        settings,
                        new ImsServer(signIn.uri(), transport),
                        new Credentials(signIn, () -> chain.read().flatMap(ImsTokenSourceFactory::sound)),
                        clock));
    }

    /** What is read later must be sound, too. */
    private static Either<BridgeError, SignIn> sound(SignIn signIn) {
        Vector<Violation> violations = violations(signIn);
        return violations.isEmpty()
                ? Either.right(signIn)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> timing(ImsSettings settings) {
        return when(
                        settings.refreshAhead().isNegative(),
                        "ims.refreshAhead",
                        settings.refreshAhead() + " must not be negative")
                .appendAll(when(
                        settings.refusalsKept().isNegative(),
                        "ims.refusalsKept",
                        settings.refusalsKept() + " must not be negative"));
    }

    private static Vector<Violation> violations(SignIn signIn) {
        return Vector.of(
                        ImsOrgId.parse(signIn.organisation().value())
                                .fold(Vector::of, sound -> Vector.<Violation>empty()),
                        when(
                                signIn.clientId().isBlank(),
                                "ims.clientId",
                                "is empty; copy it from the credential's page in the Developer Console"),
                        when(
                                signIn.secrets().stream().anyMatch(Secret::isEmpty),
                                "ims.clientSecret",
                                "is empty; copy it from the credential's page in the Developer Console"),
                        when(
                                signIn.uri().getHost() == null || signIn.uri().getRawUserInfo() != null,
                                "ims.uri",
                                "must be an absolute https address without credentials, such as "
                                        + ImsSettings.PRODUCTION))
                .flatMap(found -> found);
    }

    private static Vector<Violation> when(boolean wrong, String subject, String message) {
        return wrong ? Vector.of(new Violation(subject, message)) : Vector.empty();
    }
}
