// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.oauth;

import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.http.Flight;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of Audience Manager's own sign-in. One is kept for all threads and replaced before its end, by a refresh token where there is one, else by the
 * password. One thread asks, the others use the old token on or wait, each no longer than its own call. The lock is never held during a request.
 */
public final class LegacyTokens implements TokenSource {
    private final String clientId;
    private final GrantEndpoint endpoint;
    private final InstantSource clock;
    private final Object lock = new Object();
    private @Nullable Grant held;
    private Option<Secret> refresh = Option.none();
    private @Nullable Flight<AccessToken> flight;

    /** Tokens for {@code signIn}, asked for over {@code transport}, which its owner closes. */
    public LegacyTokens(LegacySignIn signIn, HttpTransport transport, InstantSource clock) {
        this.clientId = signIn.clientId();
        this.endpoint = new GrantEndpoint(signIn, transport, clock);
        this.clock = clock;
    }

    @Override
    public Either<BridgeError, AccessToken> token(Call call) {
        while (true) {
            Either<BridgeError, Call> open = call.check();
            if (open.isLeft()) {
                return Either.left(open.getLeft());
            }
            Option<Either<BridgeError, AccessToken>> outcome = turn().take(call);
            if (outcome.isDefined()) {
                return outcome.get();
            }
        }
    }

    /** The refresh token may still be good. */
    @Override
    public void refused(AccessToken token) {
        synchronized (lock) {
            if (held != null && held.token().equals(token)) {
                held = null;
            }
        }
    }

    /** There is no organisation: such a token names the company by itself. */
    @Override
    public ClientIdentity identity() {
        return new ClientIdentity(clientId, new ImsOrgId(""));
    }

    @Override
    public void close() {
        synchronized (lock) {
            held = null;
            refresh = Option.none();
        }
    }

    private Turn turn() {
        synchronized (lock) {
            Grant kept = held;
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
            Option<Secret> ticket = refresh;
            return call -> Option.some(lead(own, ticket, call));
        }
    }

    private Either<BridgeError, AccessToken> lead(Flight<AccessToken> own, Option<Secret> ticket, Call call) {
        try {
            Either<BridgeError, AccessToken> outcome = settled(asked(ticket, call));
            over(own);
            own.land(outcome);
            return outcome;
        } finally {
            over(own);
            own.abandon();
        }
    }

    /** A refresh token that is no longer good is no reason to stop. */
    private Either<BridgeError, Grant> asked(Option<Secret> ticket, Call call) {
        Either<BridgeError, Grant> refreshed =
                ticket.map(good -> endpoint.byRefresh(good, call)).getOrElse(() -> endpoint.byPassword(call));
        return ticket.isDefined() && refreshed.isLeft() && refreshed.getLeft() instanceof BridgeError.AccessDenied
                ? endpoint.byPassword(call)
                : refreshed;
    }

    /** A failed replacement leaves the old token in use while it lasts. */
    private Either<BridgeError, AccessToken> settled(Either<BridgeError, Grant> asked) {
        synchronized (lock) {
            if (asked.isRight()) {
                held = asked.get();
                refresh = asked.get().refresh().orElse(refresh);
                return asked.map(Grant::token);
            }
            Grant old = held;
            boolean usable = old != null && old.isUsable(clock.instant());
            return old != null && usable ? Either.right(old.token()) : Either.left(asked.getLeft());
        }
    }

    private void over(Flight<AccessToken> own) {
        synchronized (lock) {
            flight = own.equals(flight) ? null : flight;
        }
    }

    /** What a caller was told to do; none: look again. */
    @FunctionalInterface
    private interface Turn {
        Option<Either<BridgeError, AccessToken>> take(Call call);
    }
}
