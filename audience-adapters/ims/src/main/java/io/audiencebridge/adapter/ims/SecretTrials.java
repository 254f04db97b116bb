// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks with each secret of the credential, the one that worked last first, and once more when the credential was replaced between its reading and the refusal. Remembers
 * a refusal for a while. For one caller at a time.
 */
final class SecretTrials {
    private final Credentials credentials;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private final Duration kept;
    private Option<Kept> refused = Option.none();

    private record Kept(SignIn signIn, BridgeError error, Instant until) {}

    SecretTrials(Credentials credentials, TokenEndpoint endpoint, InstantSource clock, Duration kept) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.clock = clock;
        this.kept = kept;
    }

    Either<BridgeError, AccessToken> ask(Call call) {
        SignIn signIn = credentials.current();
        Option<Kept> standing = refused.filter(
                old -> old.signIn().equals(signIn) && clock.instant().isBefore(old.until()));
        if (standing.isDefined()) {
            return Either.left(standing.get().error());
        }
        Either<TokenRefusal, AccessToken> outcome = ask(signIn, call);
        if (outcome.isLeft() && outcome.getLeft().ofTheClient()) {
            SignIn now = credentials.current();
            return now.equals(signIn) ? settled(signIn, outcome) : settled(now, ask(now, call));
        }
        return settled(signIn, outcome);
    }

    private Either<TokenRefusal, AccessToken> ask(SignIn signIn, Call call) {
        Either<TokenRefusal, AccessToken> outcome = Either.left(none());
        for (Secret secret : credentials.inOrder(signIn)) {
            outcome = endpoint.ask(signIn, secret, call);
            if (outcome.isRight()) {
                credentials.worked(secret);
            }
            if (outcome.isRight() || !outcome.getLeft().ofTheClient()) {
                return outcome;
            }
        }
        return outcome;
    }

    private Either<BridgeError, AccessToken> settled(SignIn signIn, Either<TokenRefusal, AccessToken> outcome) {
        refused = Option.none();
        return outcome.mapLeft(refusal -> {
            BridgeError told = told(refusal);
            if (refusal.isForGood()) {
                refused = Option.some(new Kept(signIn, told, clock.instant().plus(kept)));
            }
            return told;
        });
    }

    /** A refusal, with what stood in the way of reading the credential anew. */
    private BridgeError told(TokenRefusal refusal) {
        String problem = credentials.problem();
        return refusal.isForGood() && !problem.isEmpty()
                ? new BridgeError.AccessDenied(
                        refusal.error().message() + ". The credential was read earlier: " + problem,
                        refusal.error().incident())
                : refusal.error();
    }

    private static TokenRefusal none() {
        return new TokenRefusal(new BridgeError.AccessDenied("The credential has no secret", Incident.local()), false);
    }
}
