// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.Flight;
import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.adapter.ims.client.TokenValidity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token and replaces it ahead of its end. Many callers, one request: the first asks on its own thread, the others wait for it, each no longer
 * than its own call. When the first one's call ends meanwhile, one of the others asks. The lock is never held during a request.
 */
final class ImsTokenSource implements ImsClient {
    /** After a failed replacement the old token is used on for a while before the next try, so that an outage does not slow every call. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final ImsServer server;
    private final Credentials credentials;
    private final SecretTrials trials;
    private final TokenLife life;
    private final Duration ahead;
    private final InstantSource clock;
    private final Object lock = new Object();
    private @Nullable HeldToken held;
    private @Nullable Flight<AccessToken> flight;

    ImsTokenSource(ImsSettings settings, ImsServer server, Credentials credentials, InstantSource clock) {
        this.server = server;
        this.credentials = credentials;
        this.trials = new SecretTrials(credentials, new TokenEndpoint(server, clock), clock, settings.refusalsKept());
        this.life = new TokenLife(server, credentials);
        this.ahead = settings.refreshAhead();
        this.clock = clock;
    }

    @Override
    public Either<BridgeError, AccessToken> token(Call call) {
        while (true) {
            Either<BridgeError, Call> open = call.check();
            if (open.isLeft()) {
                return Either.left(open.getLeft());
            }
            Option<Either<BridgeError, AccessToken>> outcome = board().take(call);
            if (outcome.isDefined()) {
                return outcome.get();
            }
        }
    }

    @Override
    public void refused(AccessToken token) {
        synchronized (lock) {
            if (held != null && held.token().equals(token)) {
                held = null;
            }
        }
    }

    @Override
    public Either<BridgeError, TokenValidity> validate(Secret token, Call call) {
        return life.validate(token, call);
    }

    @Override
    public Either<BridgeError, Boolean> invalidate(Secret token, Call call) {
        forget(token);
        return life.invalidate(token, call);
    }

    @Override
    public Either<BridgeError, Boolean> revoke(Secret token, Call call) {
        forget(token);
        return life.revoke(token, call);
    }

    @Override
    public ClientIdentity identity() {
        return credentials.last().identity();
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (held != null) {
                held.token().value().close();
            }
            held = null;
        }
        server.close();
    }

    @Override
    public String toString() {
        return "ImsTokenSource[" + server.uri() + "]";
    }

    /** A token that was given back is not handed out any more, whatever the service says. */
    private void forget(Secret token) {
        synchronized (lock) {
            if (held != null && held.token().value().equals(token)) {
                held = null;
            }
        }
    }

    /** Decides what this caller does: use what is there, wait for the one who asks, or ask. */
    private Seat board() {
        synchronized (lock) {
            HeldToken kept = held;
            Flight<AccessToken> ahead = flight;
            boolean usable = kept != null && kept.isUsable(clock.instant());
            if (kept != null && usable && (ahead != null || !kept.isDueForReplacement(clock.instant()))) {
                return call -> Option.some(Either.right(kept.token()));
            }
            if (ahead != null) {
                return ahead::await;
            }
            Flight<AccessToken> own = new Flight<>("a token");
            flight = own;
            return call -> Option.some(lead(own, call));
        }
    }

    private Either<BridgeError, AccessToken> lead(Flight<AccessToken> own, Call call) {
        try {
            Either<BridgeError, AccessToken> outcome = settle(trials.ask(call));
            over(own);
            own.land(outcome);
            return outcome;
        } finally {
            over(own);
            own.abandon();
        }
    }

    private void over(Flight<AccessToken> own) {
        synchronized (lock) {
            flight = own.equals(flight) ? null : flight;
        }
    }

    /** Keeps a new token; falls back on the old one while it lasts. */
    private Either<BridgeError, AccessToken> settle(Either<BridgeError, AccessToken> asked) {
        synchronized (lock) {
            if (asked.isRight()) {
                held = HeldToken.of(asked.get(), clock.instant(), ahead);
                return asked;
            }
            HeldToken old = held;
            if (old == null || !old.isUsable(clock.instant())) {
                return asked;
            }
            held = old.replacedNotBefore(clock.instant().plus(QUIET));
            return Either.right(old.token());
        }
    }

    /** What a caller was told to do; none: look again. */
    @FunctionalInterface
    private interface Seat {
        Option<Either<BridgeError, AccessToken>> take(Call call);
    }
}
