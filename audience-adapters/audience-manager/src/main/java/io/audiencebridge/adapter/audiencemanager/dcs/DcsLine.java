// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire: sends calls to hosts, and none to a host that has asked for a pause until that is over. Safe for use by several threads. */
final class DcsLine {
    private static final int TOO_MANY = 429;

    /** What of a path is no id, for the names of operations; a synchronisation of ids carries them in its path. */
    private static final Set<String> WORDS = Set.of("event", "id", "demoptout.jpg");

    private final HttpTransport transport;
    private final InstantSource clock;
    // one entry for each address of the settings at most
    private final Map<URI, Instant> pauses = new ConcurrentHashMap<>();

    /** {@code transport} makes one attempt a call: a repeat would show an id too often, and count an event twice. */
    DcsLine(HttpTransport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** Right: calls may go there. */
    Either<BridgeError, Target> open(Target target, Call call) {
        Instant now = clock.instant();
        Instant until = pauses.getOrDefault(target.base(), Instant.MIN);
        if (!until.isAfter(now)) {
            return Either.right(target);
        }
        Duration left = Duration.between(now, until);
        return Either.left(new BridgeError.Throttled(
                target.base().getHost() + " has asked for a pause; wait " + left + ", then call again",
                call.incident(),
                left));
    }

    /** The answer, whatever its status but 429. */
    Either<BridgeError, HttpAnswer> send(HttpCall.Builder request, Target target, Call call) {
        return open(target, call)
                .flatMap(ok -> transport.send(
                        named(request.putHeaders("Host", target.host()).build()), call))
                .flatMap(answer -> answer.status() == TOO_MANY ? paused(answer, target) : Either.right(answer));
    }

    private static HttpCall named(HttpCall request) {
        return HttpCall.to(request.method(), request.uri())
                .from(request)
                .operation(HttpCall.operation(request.method(), request.uri().getRawPath(), WORDS))
                .build();
    }

    private Either<BridgeError, HttpAnswer> paused(HttpAnswer answer, Target target) {
        BridgeError error = answer.error("");
        if (error instanceof BridgeError.Throttled throttled) {
            pauses.put(target.base(), clock.instant().plus(throttled.pause()));
        }
        return Either.left(error);
    }
}
