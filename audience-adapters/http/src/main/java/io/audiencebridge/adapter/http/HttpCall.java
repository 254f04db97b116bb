// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** One request, able to be sent several times. Its text form shows the method alone, since everything else may hold a secret or a person's id. */
@HouseValue
@Value.Immutable
public interface HttpCall {
    /** The method in capitals. */
    String method();

    /** Where to; absolute, encoded, without user information. */
    @Value.Redacted
    URI uri();

    /** What errors and logs show instead of the address's path, for a path that holds a person's id or a secret; the path itself by default. */
    Optional<String> shownPath();

    /** What is asked for, for metrics and traces: one of few names, without any id; the method by default. See {@link #operation(String, String, Set)}. */
    Optional<String> operation();

    /** Headers by name; one value each. */
    @Value.Redacted
    Map<String, String> headers();

    /** Headers whose values are secrets, such as {@code Authorization}; revealed at the moment of sending. They win over {@link #headers()}. */
    @Value.Redacted
    Map<String, Secret> secretHeaders();

    /** What is sent along; empty for none. */
    @Value.Redacted
    Optional<HttpBody> body();

    /** Whether sending it twice does no more than sending it once. By default true for GET, HEAD, OPTIONS, PUT and DELETE. */
    @Value.Default
    default boolean idempotent() {
        return switch (method()) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
            default -> false;
        };
    }

    /** {@code method} and {@code path}, of which only {@code words} are shown and {@code {}} stands for every other part: {@code GET segments/{}}. */
    static String operation(String method, String path, Set<String> words) {
        return Stream.of(path.split("\\?", 2)[0].split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> words.contains(part) ? part : "{}")
                .collect(Collectors.joining("/", method + " ", ""));
    }

    /** Reads {@code uri}. */
    static Builder get(URI uri) {
        return to("GET", uri);
    }

    /** Sends {@code body} to {@code uri}; not idempotent unless said so. */
    static Builder post(URI uri, HttpBody body) {
        return to("POST", uri).body(body);
    }

    /** Any method. */
    static Builder to(String method, URI uri) {
        return new Builder().method(method).uri(uri);
    }

    /** Builds calls. */
    final class Builder extends ImmutableHttpCall.Builder {
        Builder() {}
    }
}
