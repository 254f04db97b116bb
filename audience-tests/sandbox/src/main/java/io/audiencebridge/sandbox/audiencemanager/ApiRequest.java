// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Fields;

/**
 * A request as the API reads it: tolerant of {@code /v1}, {@code /api/v1} and {@code /portal/api/v1}, slashes at the end
 * and doubled ones, empty parameters, capitalised booleans. Source: audience-manager.md, section 2.3.
 */
final class ApiRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<List<String>> PREFIXES = Set.of(List.of(), List.of("api"), List.of("portal", "api"));
    private static final Set<String> NOTHING = Set.of("", "None", "null", "undefined");

    private final String method;
    private final List<String> path;
    private final Fields query;
    private final byte[] body;

    private ApiRequest(String method, List<String> path, Fields query, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.body = body;
    }

    static ApiRequest read(HttpCall call) throws IOException {
        List<String> path = Arrays.stream(call.path().split("/"))
                .filter(part -> !part.isEmpty())
                .map(ApiRequest::decoded)
                .toList();
        int version = path.indexOf("v1");
        boolean known = version >= 0 && PREFIXES.contains(path.subList(0, version));
        return new ApiRequest(
                call.method(), known ? path.subList(version + 1, path.size()) : List.of(), call.query(), call.body());
    }

    String method() {
        return method;
    }

    /** The decoded parts of the path behind the version; empty for a path outside the API. */
    List<String> path() {
        return path;
    }

    Optional<String> value(String name) {
        return values(name).findFirst();
    }

    /** All values of a parameter; one that joins several with an encoded ampersand counts as several. */
    Stream<String> values(String name) {
        Fields.Field field = query.get(name);
        return field == null
                ? Stream.empty()
                : field.getValues().stream()
                        .flatMap(value -> Arrays.stream(value.split("&" + name + "=")))
                        .map(String::strip)
                        .filter(value -> !NOTHING.contains(value));
    }

    boolean flag(String name) {
        return value(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    OptionalInt count(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().matches("\\d{1,9}")) {
            throw ApiError.invalid(name + " must be a number of zero or more");
        }
        return OptionalInt.of(Integer.parseInt(value.get()));
    }

    /** A time in milliseconds since 1970. */
    long millis(String name, long otherwise) {
        Optional<String> value = value(name);
        if (value.isPresent() && !value.get().matches("\\d{1,18}")) {
            throw ApiError.invalid(name + " must be milliseconds since 1970");
        }
        return value.map(Long::parseLong).orElse(otherwise);
    }

    /** The body as JSON; a missing node where there is none. */
    JsonNode body() {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            throw ApiError.invalid("Could not read JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiError.invalid("Could not read the body");
        }
    }

    /** The values of a member of the body, be it JSON or a form; one value or an array of them. */
    List<String> fields(String name) {
        if (body.length > 0 && body[0] == '{') {
            JsonNode value = body().path(name);
            return value.isArray()
                    ? value.valueStream().map(JsonNode::asText).toList()
                    : Stream.of(value.asText()).filter(text -> !text.isEmpty()).toList();
        }
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
