// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt at a request: what may be told about it, and whether a byte of it has left. */
final class Trip {
    private final SystemId system;
    private final Call call;
    private final String target;
    private final String operation;
    private final boolean idempotent;
    private final int attempt;
    private final Optional<Duration> limit;
    private final AtomicBoolean departed = new AtomicBoolean();

    /**
     * An attempt.
     *
     * @param limit time that it may take, unless the call says otherwise
     */
    Trip(SystemId system, Call call, HttpCall request, int attempt, Optional<Duration> limit) {
        this.system = system;
        this.call = call;
        this.target = target(system, request);
        this.idempotent = request.idempotent();
        this.attempt = attempt;
        this.operation = request.operation().orElseGet(request::method);
        this.limit = call.attemptLimit().or(() -> limit);
    }

    Call call() {
        return call;
    }

    /** System, method, host and path, or what the request shows instead of it; never the query. */
    String target() {
        return target;
    }

    SystemId system() {
        return system;
    }

    /** What is asked for, by one of few names. */
    String operation() {
        return operation;
    }

    int attempt() {
        return attempt;
    }

    /** Time that it may take. */
    Optional<Duration> limit() {
        return limit;
    }

    boolean idempotent() {
        return idempotent;
    }

    void depart() {
        departed.set(true);
    }

    /** Whether the system may have seen the request. */
    boolean departed() {
        return departed.get();
    }

    boolean mayRepeat() {
        return idempotent || !departed();
    }

    Incident incident() {
        return Incident.builder()
                .system(system)
                .correlationId(call.correlationId())
                .attempts(attempt)
                .build();
    }

    private static String target(SystemId system, HttpCall request) {
        String path = request.shownPath().orElseGet(() -> request.uri().getRawPath());
        return system + ": " + request.method() + " " + request.uri().getHost() + path;
    }
}
