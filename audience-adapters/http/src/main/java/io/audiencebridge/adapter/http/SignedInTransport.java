// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sends requests with a bearer token. An answer of 401 costs that token: it is reported as refused, and the request goes out exactly once more, with a
 * new one; what comes back then is the answer, 401 included. A request that was answered 401 did nothing, so one that must not run twice is repeated too.
 *
 * <p>Other headers, such as {@code x-api-key}, are the caller's. Blocks; safe for use by several threads. Owns neither transport nor tokens.
 */
public final class SignedInTransport {
    private static final int UNAUTHORIZED = 401;
    private final HttpTransport transport;
    private final TokenSource tokens;

    private SignedInTransport(HttpTransport transport, TokenSource tokens) {
        this.transport = transport;
        this.tokens = tokens;
    }

    /** Sends over {@code transport} with the tokens of {@code tokens}. */
    public static SignedInTransport over(HttpTransport transport, TokenSource tokens) {
        return new SignedInTransport(transport, tokens);
    }

    /** As {@link HttpTransport#send}. Left also when there is no token. */
    public Either<BridgeError, HttpAnswer> send(HttpCall request, Call call) {
        return twiceAtMost(
                token -> transport.send(bearing(token, request), call),
                answer -> answer.status() == UNAUTHORIZED,
                call);
    }

    /** As {@link HttpTransport#open}. Left also when there is no token. */
    public Either<BridgeError, HttpAnswer.Streaming> open(HttpCall request, Call call) {
        return twiceAtMost(
                token -> transport.open(bearing(token, request), call), SignedInTransport::refusedAndClosed, call);
    }

    /** The second token is not reported as refused: it is fresh, so the fault is elsewhere, and every later call would cost two sign-ins. */
    private <T> Either<BridgeError, T> twiceAtMost(
            Function<AccessToken, Either<BridgeError, T>> exchange, Predicate<T> refused, Call call) {
        return tokens.token(call)
                .flatMap(first -> exchange.apply(first).flatMap(answer -> {
                    if (!refused.test(answer)) {
                        return Either.right(answer);
                    }
                    tokens.refused(first);
                    return tokens.token(call).flatMap(exchange);
                }));
    }

    private static boolean refusedAndClosed(HttpAnswer.Streaming answer) {
        if (answer.status() != UNAUTHORIZED) {
            return false;
        }
        answer.close();
        return true;
    }

    private static HttpCall bearing(AccessToken token, HttpCall request) {
        return new HttpCall.Builder()
                .from(request)
                .putSecretHeaders(
                        "Authorization", Secret.of("Bearer " + token.value().reveal()))
                .build();
    }
}
