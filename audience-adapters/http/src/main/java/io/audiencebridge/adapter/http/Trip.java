// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt at a request: what may be told about it, and whether a byte of it has left. */
final class Trip {
    private final SystemId system;
    private final Call call;
    private final String target;
    private final boolean idempotent;
    private final int attempt;
    private final AtomicBoolean departed = new AtomicBoolean();

    Trip(SystemId system, Call call, HttpCall request, int attempt) {
        this.system = system;
        this.call = call;
        this.target = target(system, request);
        this.idempotent = request.idempotent();
        this.attempt = attempt;
    }

    Call call() {
        return call;
    }

    /** System, method, host and path, or what the request shows instead of it; never the query. */
    String target() {
        return target;
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
