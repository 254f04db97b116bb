// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Status and headers of an answer, and which attempt it belongs to. {@code headers} ignores the case of names. */
record AnswerHead(Trip trip, int status, Map<String, List<String>> headers, Optional<Duration> retryAfter) {
    /** UNVERIFIED: the headers under which the systems give their own id of an exchange, most telling first. */
    private static final List<String> ID_HEADERS = List.of("X-Request-Id", "X-Debug-Id", "X-Correlation-Id");

    private static final int LONGEST_ID = 128;

    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    Optional<String> requestId() {
        return ID_HEADERS.stream()
                .flatMap(name -> header(name).stream())
                .flatMap(AnswerHead::plausible)
                .findFirst();
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    BridgeError error(String detail) {
        return Statuses.error(this, detail);
    }

    BridgeError broken(IOException failure) {
        return Failures.error(trip, failure);
    }

    private static Stream<String> plausible(String id) {
        boolean plain = id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 127);
        return plain ? Stream.of(id) : Stream.empty();
    }
}
